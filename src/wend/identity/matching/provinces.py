"""Vietnam's provinces through their last reform: 63 until 2025-06-30, 34 since 2025-07-01, districts gone.

Resolution 202/2025/QH15 of the National Assembly. Names are folded; the value is the province as it stands today.
"""

from __future__ import annotations

import re

_TODAY: dict[str, str] = {
    "ha noi": "",
    "cao bang": "",
    "dien bien": "",
    "lai chau": "",
    "son la": "",
    "lang son": "",
    "quang ninh": "",
    "thanh hoa": "",
    "nghe an": "",
    "ha tinh": "",
    "hue": "thua thien hue",
    "tuyen quang": "ha giang",
    "lao cai": "yen bai",
    "thai nguyen": "bac kan,bac can",
    "phu tho": "vinh phuc,hoa binh",
    "bac ninh": "bac giang",
    "hung yen": "thai binh",
    "hai phong": "hai duong",
    "ninh binh": "ha nam,nam dinh",
    "quang tri": "quang binh",
    "da nang": "quang nam",
    "quang ngai": "kon tum,kontum",
    "gia lai": "binh dinh,gialai",
    "khanh hoa": "ninh thuan",
    "lam dong": "dak nong,dac nong,binh thuan",
    "dak lak": "phu yen,dac lac,daklak,dak lac",
    "ho chi minh": "binh duong,ba ria vung tau,vung tau,hcm,tphcm,sai gon,saigon,sg,brvt",
    "dong nai": "binh phuoc",
    "tay ninh": "long an",
    "can tho": "soc trang,hau giang",
    "vinh long": "ben tre,tra vinh",
    "dong thap": "tien giang",
    "ca mau": "bac lieu",
    "an giang": "kien giang",
}
_ALSO = {"hn": "ha noi", "hanoi": "ha noi", "hp": "hai phong", "danang": "da nang", "dn": "da nang"}
PROVINCES = {name: name for name in _TODAY}
PROVINCES |= {old: name for name, olds in _TODAY.items() for old in olds.split(",") if old}
PROVINCES |= _ALSO
_PREFIX = re.compile(r"^(?:tinh|thanh pho|tp|t p|t)\s+")


def province(segment: str) -> str | None:
    """Today's province of a folded address segment that names one, old names included.

    >>> province("tinh ha giang"), province("tp hcm"), province("thanh pho hue"), province("xa tan lap")
    ('tuyen quang', 'ho chi minh', 'hue', None)
    """
    return PROVINCES.get(segment) or PROVINCES.get(_PREFIX.sub("", segment))
