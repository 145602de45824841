"""Set-up from nothing: Python's environment, Node and a browser, with the standard library only.

`make` calls this with the machine's own Python before anything of ours is installed.
"""
