"""Bergen: two zones, a nursing home of three floors, bokmål."""

from akson_project.demo.stories.places.place import Place

_UNITS = """
komm | enterprise | - | - | Bergen kommune
hjt | enterprise | komm | - | Hjemmetjenesten Rognelien
za | department | hjt | 15 | Sone Fjellsiden
za1 | list | za | 15 | Fjellsiden liste 1
za2 | list | za | 15 | Fjellsiden liste 2
zb | department | hjt | 15 | Sone Sundet
zb1 | list | zb | 15 | Sundet liste 1
zb2 | list | zb | 15 | Sundet liste 2
sh | enterprise | komm | - | Rognelien sykehjem
w1 | ward | sh | 21 | 1. etasje, skjermet
w2 | ward | sh | 21 | 2. etasje
w3 | ward | sh | 18 | 3. etasje, korttid
dag | department | sh | 17 | Rognelien dagsenter
hs | enterprise | komm | K20 | Fjellsiden helsestasjon
skole | department | hs | K20 | Skolehelsetjenesten Fjellsiden
lv | enterprise | komm | K30 | Bergen legevakt
tk | department | komm | - | Tildelingskontoret
pv | department | komm | - | Personvern og internkontroll
adm | department | komm | - | Administrasjon helse og omsorg
fl | department | komm | KX17 | Rognelien legesenter
fl1 | list | fl | KX17 | Sigrun Havrebryn
fl2 | list | fl | KX17 | Tor Lyngvardal
"""

# key | title | name | units | employed since [| natt] [| slutt <day>]
_ACCOUNTS = """
ingrid | sykepleier | Ingrid Solbakk | za | y6
thomas | sykepleier | Thomas Kvernstø | za | y3
mona | helsefagarbeider | Mona Lyngskar | za | y9
ali | helsefagarbeider | Ali Barakish | za | y2
kristine | sykepleier | Kristine Hegrebotn | zb za | y5
sindre | sykepleier | Sindre Måsehella | zb | y1
gunn | helsefagarbeider | Gunn Torvmork | zb | y12
hege | sykepleier | Hege Skarvteig | za zb | y4 | natt
marius | sykepleier | Marius Blåstokk | w1 | y3
bente | helsefagarbeider | Bente Tjeldgrov | w1 | y11
randi | sykepleier | Randi Ulvegrov | w2 | y8
siri | sykepleier | Siri Fagrestø | w3 w2 | y2
henrik | lege | Henrik Stormteig | w1 w2 w3 | y4
marte | helsesykepleier | Marte Havrestø | hs | y7
camilla | helsesykepleier | Camilla Kroksete | skole hs | y3
jonas | lege | Jonas Myrestokk | lv | y2
trude | sykepleier | Trude Brendeskar | lv | y5
anne | saksbehandler | Anne Rogneskar | tk | y10
vidar | saksbehandler | Vidar Silderos | tk | y2
lise | konsulent | Lise Svartegrov | hjt sh hs | y6
berit | avdelingsleder | Berit Langeteig | hjt | y7
geir | avdelingsleder | Geir Grønnhella | sh | y3
elin | personvernrådgiver | Elin Tverrgrov | pv | y4
stian | systemansvarlig | Stian Hegrestø | komm | y5
nina | helsefagarbeider | Nina Krokmork | zb | y4 | slutt d24
sigrun | lege | Sigrun Havrebryn | fl1 | y8
vera | helsesekretær | Vera Tjeldros | fl | y5
"""


BERGEN = Place(
    name="bergen",
    language="nb",
    enterprise_prefix="854",
    units=_UNITS,
    accounts=_ACCOUNTS,
    stems=tuple(
        "Havre Lyng Kvern Skarv Brende Tjeld Krok Måse Fagre Torv Hegre Rogne Ulve Svarte Blå "
        "Silde Storm Grønn Tverr Lange".split()
    ),
    endings=tuple(
        "stø skar mork botn teig grov stokk sete hella ros bryn vardal".split()
    ),
    more_families=(),
    streets=tuple(
        "Måsebakken|Rognelien|Tjeldveien|Skarvegaten|Havrehagen|Kvernsmauet|Lyngbrekka|Torvsmauet|"
        "Silderegga|Stormhaugen|Hegreveien|Fagerlisvingen|Brendebakken|Ulvesmauet|Krokalleen|"
        "Nedre Tverrgate|Øvre Tverrgate|Blåklokkegrenda".split("|")
    ),
    postcodes=tuple(
        (code, "BERGEN")
        for code in ("5011", "5018", "5034", "5052", "5067", "5089", "5096")
    ),
    gps=(
        ("Sigrun Havrebryn", "Rognelien legesenter"),
        ("Tor Lyngvardal", "Rognelien legesenter"),
        ("Unni Kvernros", "Legene ved Sundet"),
        ("Pål Skarvbryn", "Legene ved Sundet"),
        ("Maryam Qasmuri", "Fjellsiden legekontor"),
        ("Jens Tverrbotn", "Fjellsiden legekontor"),
    ),
    schools=("Rognelien skole", "Fjellsiden ungdomsskole"),
    hospital="Haukeland",
    local_language="nb",
)
