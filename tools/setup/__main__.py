"""`python3 -m tools.setup tools | env KIND | lock | npm ARGUMENTS… | clients | browser`: what the Makefile calls."""

import sys

from tools.setup import browser, clients, environment, node
from tools.setup.shell import SetupFailed


def main(arguments: list[str]) -> None:
    """Do one step of the set-up."""
    match arguments:
        case ["tools"]:
            environment.install_tools()
        case ["env", kind]:
            environment.install(kind)
        case ["lock"]:
            environment.lock()
        case ["npm", *rest]:
            node.npm(rest)
        case ["clients"]:
            clients.install()
        case ["browser"]:
            browser.prepare()
        case _:
            raise SetupFailed(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
