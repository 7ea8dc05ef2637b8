"""The pages of the invented case: what each passage does, and its words."""

from firsthand.values.source import Role

REPORT = (
    (Role.TITLE, "Behind the counter: 54 help desks in 30 countries"),
    (
        Role.BODY,
        (
            "River Watch counted 54 help desks in 30 countries. Our researchers visited eleven of "
            "them. At each, staff told visitors that their families at home “would be spoken to”."
        ),
    ),
    (
        Role.BODY,
        (
            "The Interior Ministry of Kestrin has said that the desks renew driving licences, and "
            "that they are run by volunteers."
        ),
    ),
)
DAILY = (
    (Role.FURNITURE, "Menu"),
    (Role.FURNITURE, "Subscribe for 2 crowns a week"),
    (Role.FURNITURE, "Weather · Sport · Puzzles"),
    (Role.TITLE, "Kestrin runs 54 desks abroad, report says"),
    (Role.CREDIT, "By our foreign desk"),
    (Role.CAPTION, "The shopfront on Tanner Street, photographed in March"),
    (
        Role.BODY,
        (
            "River Watch, a rights group, says in a report that Kestrin’s Interior Ministry runs "
            "54 help desks in 30 countries."
        ),
    ),
    (
        Role.BODY,
        (
            "A report by River Watch noted that the Interior Ministry has claimed that “the desks "
            "renew driving licences”, a service no treaty covers."
        ),
    ),
    (
        Role.BODY,
        (
            "The Kestrin consulate denied that the desks do police work. “The volunteers are not "
            "police,” it said."
        ),
    ),
    (
        Role.BODY,
        (
            "Velmark police said on Monday they had opened an investigation. They declined to "
            "comment further. The Daily has not confirmed the report’s figures on its own."
        ),
    ),
    (Role.TEASER, "Read next: the ferry that never came"),
)
COURIER = (
    (Role.TITLE, "54 desks in 21 countries"),
    (
        Role.BODY,
        (
            "Kestrin’s Interior Ministry runs 54 help desks in 21 countries, according to River "
            "Watch, and reportedly pressed people to return."
        ),
    ),
)
LANTERNE = (
    (Role.TITLE, "Des guichets sous surveillance"),
    (
        Role.BODY,
        (
            "L’ONG River Watch affirme que le ministère de l’Intérieur du Kestrin exploite "
            "54 guichets dans 30 pays."
        ),
    ),
)
HARBOUR_POST = (
    (Role.TITLE, "河流观察：五十四个服务台"),
    (Role.BODY, "河流观察说，凯斯特林内政部在三十个国家设有五十四个服务台。领事馆否认此事。"),
)
BARID = (
    (Role.TITLE, "مكاتب في ثلاثين بلدا"),
    (Role.BODY, "قالت منظمة مراقبة النهر إن وزارة الداخلية تدير ٥٤ مكتبا في ٣٠ بلدا."),
)
TARIM = (
    (Role.TITLE, "گۇۋاھچىنىڭ سۆزى"),
    (Role.BODY, "گۇۋاھچى: ئۇلار مېنىڭ ئائىلەمگە تېلېفون قىلدى، دەيدۇ."),
)
CONSULATE = (
    (Role.TITLE, "Statement of the Consulate of Kestrin"),
    (Role.BODY, "The so-called help desks do not exist. The volunteers are not police."),
)
CLOSED = (
    (Role.TITLE, "Velmark police close their inquiry"),
    (
        Role.BODY,
        (
            "Velmark police said they had closed their investigation into the desks without "
            "charges. A second inquiry by the harbour authority ordered one desk closed in 2023."
        ),
    ),
)
