"""Nouns that speak: roles that people hold, sorts of bodies, and documents that bodies issue."""

from typing import Final

from firsthand.claims.english.lexicon import word_set

ROLES: Final = word_set(
    """
    spokesman spokeswoman spokesperson spokespeople spokesmen official officials officer
    officers director head chief chair chairman chairwoman chairperson president vice-president
    minister secretary commissioner superintendent inspector sergeant detective constable
    captain colonel lieutenant major general admiral mayor councillor councilor senator
    representative congressman congresswoman mp ambassador consul envoy diplomat lawyer attorney
    counsel barrister solicitor researcher analyst professor doctor dr prof economist historian
    scientist expert experts editor reporter correspondent journalist manager executive ceo
    founder co-founder leader activist campaigner resident witness student owner clerk mechanic
    author judge justice prosecutor coordinator adviser advisor aide deputy governor premier
    chancellor king queen prince bishop priest pastor nurse teacher driver neighbour neighbor
    member mr mrs ms sir dame lady lord rev sgt supt insp det const lt col gen capt sen rep gov
    attorney-general dissident exile refugee worker employee whistleblower investigator
    rapporteur translator interpreter trustee chairwoman landlord tenant magistrate ombudsman
    sheriff warden marshal undersecretary negotiator curator organiser organizer striker
    goalkeeper winger midfielder footballer baker farmer singer actor actress builder plumber
    engineer fisherman shopkeeper butcher pensioner protester coach trainer artist writer
    novelist poet musician pilot sailor docker miner cook chef carpenter electrician gardener
    librarian accountant auditor surveyor architect surgeon midwife paramedic firefighter
    postman cleaner waiter waitress biologist chemist geologist ecologist campaigner counsellor
    therapist imam rabbi vicar abbot monk nun trader banker economist builder chairperson
    boss bosses pal mate cousin aunt uncle colleague
    satirist comedian blogger survivor victim columnist pundit
    treasurer foreman forewoman steward stewardess captain skipper superintendent
    """
)
SPEAKS_FOR: Final = word_set(
    """
    spokesman spokeswoman spokesperson spokespeople spokesmen official officials representative
    representatives statement staff campaigners researchers investigators diplomats executives
    prosecutors lawyers leaders lawyer solicitor barrister attorney counsel attorneys solicitors
    """
)
"""A nameless one of these speaks with the body's own voice."""

_SORTS: Final = {
    "group": """ngo organisation organization group charity watchdog campaigners nonprofit
    non-profit monitor network coalition association foundation institute institution
    think-tank tank campaign society league federation alliance movement committee
    observatory laboratory lab defenders watch trust forum collective front initiative project
    activists nongovernment researchers
    """,
    "police": """force police constabulary detectives gendarmerie sheriff troopers mounties
        carabinieri""",
    "mission": "consulate embassy mission legation diplomats",
    "ministry": "ministry department bureau directorate secretariat",
    "government": "government administration cabinet regime state junta authorities country",
    "company": """company firm operator business corporation developer manufacturer retailer
    contractor works supplier startup conglomerate provider carrier airline ltd limited
    inc corp plc gmbh llc co holdings services logistics industries bank insurer
    """,
    "court": "court tribunal jury bench",
    "union": "union guild",
    "outlet": """newspaper paper outlet broadcaster magazine channel newsroom station daily weekly
    website news times courier herald tribune post gazette mercury signal chronicle digest
    journal observer guardian telegraph standard globe star radio television tv
    broadcasting press
    """,
    "council": "hall council city municipality town borough county village assembly",
    "parliament": "parliament congress senate legislature knesset bundestag",
    "office": """commissioner coroner office agency service commission authority board panel
        regulator inspectorate ombudsman""",
    "party": "party",
    "school": "university college school academy faculty",
    "hospital": "hospital clinic",
    "army": "army military navy",
    "church": "church diocese parish mosque synagogue",
    "club": "club team",
}
BODY_SORTS: Final = {
    word: sort for sort, words in reversed(_SORTS.items()) for word in words.split()
}
"""Each word for a body, with the sort of body it means."""

STANDING_BODIES: Final = word_set(
    """
    police ministry government embassy consulate court council army military parliament
    prosecutors authorities regulator congress senate commission cabinet union navy mission city
    university administration judge commissioner coroner ombudsman prosecution defence defense
    customs firefighters regulators immigration
    """
)
"""Bodies that a text may speak of without ever giving them a name."""

NAME_ENDINGS: Final = frozenset(f"{' '.join(BODY_SORTS)} rights fund house organisation".split())
LAWS: Final = word_set(
    """
    act law code bill regulation regulations constitution charter convention treaty decree
    statute directive ordinance resolution covenant protocol order article section
    """
)
REPORTS: Final = word_set(
    """
    report study investigation inquiry research survey surveys poll polls census reports
    analysis dossier findings audit review
    document documents briefing probe book article publication assessment
    """
)
STATEMENTS: Final = word_set(
    """
    statement note letter email e-mail release filing lawsuit complaint tweet memo announcement
    notice indictment affidavit ruling judgment judgement verdict submission reply message
    website
    """
)
DOCUMENTS: Final = REPORTS | STATEMENTS

NATIONAL_LONG_FORMS: Final = word_set(
    """republic kingdom state federation emirate sultanate union commonwealth principality"""
)
POSSESSED_NAMES: Final = word_set(
    """
    republic party court office hospital association university bench army congress union
    college institute committee society club party’s guild council list front alliance
    movement bank assembly commission guard daily
    """
)
NAME_CONNECTORS: Final = word_set("of the for de la du des von van bin al el da dos & der den")
FEMALE: Final = word_set(
    """she mrs ms miss spokeswoman chairwoman congresswoman lady dame queen sister mother"""
)
MALE: Final = word_set("he mr sir spokesman chairman congressman lord king brother father")

TITLES_IN_FULL: Final = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "prof": "professor",
    "dr": "doctor",
    "capt": "captain",
    "sgt": "sergeant",
    "det": "detective",
    "insp": "inspector",
    "supt": "superintendent",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
}
