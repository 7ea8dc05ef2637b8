"""The words in names that tell little, and what they are in Chinese."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Dropped from names of persons. Folded to plain letters, as the words of a name are.
TITLES = _words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady hon rev reverend fr sister brother "
    "captain capt colonel col general gen major maj lieutenant lt sergeant sgt inspector "
    "superintendent judge justice ambassador minister president consul sheikh shaykh imam haji "
    "hajji mullah ustad sayyid herr frau monsieur madame mme sr sra don dona pan pani gospodin "
    "gospozha jr esq phd md"
)

# A body's legal form, by its spellings. Two bodies of two forms are two bodies in law.
LEGAL_FORMS = {
    "ltd": "ltd",
    "limited": "ltd",
    "inc": "inc",
    "incorporated": "inc",
    "corp": "corp",
    "corporation": "corp",
    "llc": "llc",
    "llp": "llp",
    "plc": "plc",
    "gmbh": "gmbh",
    "ag": "ag",
    "ev": "ev",
    "sa": "sa",
    "sarl": "sarl",
    "srl": "srl",
    "spa": "spa",
    "bv": "bv",
    "nv": "nv",
    "ab": "ab",
    "as": "as",
    "oy": "oy",
    "ooo": "ooo",
    "zao": "zao",
    "pty": "pty",
}

# Words that join the others; their presence or absence tells nothing.
JOINING = _words(
    "the a an of in at to on for and by with near de del della der die das des du la le les los "
    "el al et und y i v na"
)

# Words that many names share: they say what sort of thing it is, not which.
COMMON = _words(
    "embassy consulate general mission legation ministry department office bureau agency "
    "authority commission committee council court police station service services center overseas "
    "association society federation union league club foundation institute university school "
    "chamber commerce company group holdings international national public security friendship "
    "hometown network organization city town village county province district region state "
    "republic street road island river lake mountain act law code regulation regulations decree "
    "order bill raid vigil protest march rally trial hearing attack arrest meeting conference"
)

# Of those, the ones a short name leaves out: one name may have them and the other not.
LEFT_OUT = _words(
    "general group holdings company international national overseas organization office network "
    "service services city town village county province district region state republic street "
    "road island river lake mountain act law code regulation regulations decree order bill"
)

# Words that part one thing from its neighbour, where only one of two names has them.
PARTING = _words(
    "north south east west northern southern eastern western upper lower inner outer new old great "
    "little former deputy anti junior senior 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th"
)

# Spellings of one word.
ONE_WORD = {
    "lyu": "lu",  # as passports write Lü
    "nyu": "nu",
    "centre": "center",
    "organisation": "organization",
    "assoc": "association",
    "assn": "association",
    "dept": "department",
    "univ": "university",
    "intl": "international",
    "natl": "national",
    "govt": "government",
    "co": "company",
    "saint": "st",
    "sainte": "st",
    "mt": "mount",
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "seventh": "7th",
    "eighth": "8th",
    "ninth": "9th",
    "tenth": "10th",
}

# Bodies that one state keeps in another: whose it is and where it sits must both agree.
DIPLOMATIC = frozenset(("embassy", "consulate", "mission", "legation"))

# What stands at the end of a Chinese name, in both ways of writing, and what English says for it.
HAN_ENDINGS = {
    "总领事馆": ("consulate", "general"),
    "總領事館": ("consulate", "general"),
    "大使馆": ("embassy",),
    "大使館": ("embassy",),
    "领事馆": ("consulate",),
    "領事館": ("consulate",),
    "警务服务站": ("police", "service", "station"),
    "警務服務站": ("police", "service", "station"),
    "服务站": ("service", "station"),
    "服務站": ("service", "station"),
    "派出所": ("police", "station"),
    "公安局": ("public", "security", "bureau"),
    "联谊会": ("friendship", "association"),
    "聯誼會": ("friendship", "association"),
    "同乡会": ("hometown", "association"),
    "同鄉會": ("hometown", "association"),
    "商会": ("chamber", "commerce"),
    "商會": ("chamber", "commerce"),
    "协会": ("association",),
    "協會": ("association",),
    "基金会": ("foundation",),
    "基金會": ("foundation",),
    "有限公司": ("ltd",),
    "公司": ("company",),
    "大学": ("university",),
    "大學": ("university",),
    "市": ("city",),
    "省": ("province",),
    "县": ("county",),
    "縣": ("county",),
    "区": ("district",),
    "區": ("district",),
    "镇": ("town",),
    "鎮": ("town",),
    "村": ("village",),
    "街": ("street",),
    "路": ("road",),
    "岛": ("island",),
    "島": ("island",),
}
