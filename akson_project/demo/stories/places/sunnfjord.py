"""Sunnfjord: two zones far apart, a nursing home, nynorsk."""

from akson_project.demo.stories.places.place import Place

_UNITS = """
komm | enterprise | - | - | Sunnfjord kommune
hjt | enterprise | komm | - | Heimetenesta
za | department | hjt | 15 | Sone sentrum
za1 | list | za | 15 | Sentrum liste 1
za2 | list | za | 15 | Sentrum liste 2
zb | department | hjt | 15 | Sone fjord og bygd
zb1 | list | zb | 15 | Fjordsida
zb2 | list | zb | 15 | Innbygda
sh | enterprise | komm | - | Heggtun sjukeheim
w1 | ward | sh | 21 | Avdeling Bjørk, skjerma
w2 | ward | sh | 21 | Avdeling Or
w3 | ward | sh | 18 | Avdeling Rogn, korttid
dag | department | sh | 17 | Heggtun dagsenter
hs | enterprise | komm | K20 | Sunnfjord helsestasjon
skole | department | hs | K20 | Skulehelsetenesta
lv | enterprise | komm | K30 | Sunnfjord legevakt
tk | department | komm | - | Tildelingskontoret
pv | department | komm | - | Personvern og internkontroll
adm | department | komm | - | Administrasjon helse og omsorg
fl | department | komm | KX17 | Sentrum legekontor
fl1 | list | fl | KX17 | Ingeborg Hasselnipa
fl2 | list | fl | KX17 | Rolf Svadstegen
"""

# key | title | name | units | employed since [| natt] [| slutt <day>]
_ACCOUNTS = """
synnove | sykepleier | Synnøve Eikestegen | za | y7
havard | sykepleier | Håvard Furenipa | za | y2
oddny | helsefagarbeider | Oddny Kalvegrova | za | y14
tomasz | helsefagarbeider | Tomasz Lipowiec | za | y3
ragnhild | sykepleier | Ragnhild Bjørkereset | zb za | y5
peringe | sykepleier | Per Inge Slåttevadet | zb | y1
jorunn | helsefagarbeider | Jorunn Hestestølen | zb | y18
eldrid | sykepleier | Eldrid Vasshjelle | za zb | y6 | natt
kjetil | sykepleier | Kjetil Stavereset | w1 | y4
margunn | helsefagarbeider | Margunn Lauvstegen | w1 | y10
solfrid | sykepleier | Solfrid Øyregrova | w2 | y9
ida | sykepleier | Ida Gjelstølen | w3 w2 | y2
torgeir | lege | Torgeir Reinenipa | w1 w2 w3 | y5
guro | helsesykepleier | Guro Naustehjelle | hs | y8
eli | helsesykepleier | Eli Tingreset | skole hs | y4
simon | lege | Simon Graskleiva | lv | y1
marit | sykepleier | Marit Orestegen | lv | y6
asne | saksbehandler | Åsne Kvamsfletten | tk | y9
oddarne | saksbehandler | Odd Arne Furegrova | tk | y3
turid | konsulent | Turid Heggjavadet | hjt sh hs | y11
bjorg | avdelingsleder | Bjørg Eikehjelle | hjt | y6
ivar | avdelingsleder | Ivar Slåttenipa | sh | y4
silje | personvernrådgiver | Silje Stavegrova | pv | y3
leif | systemansvarlig | Leif Magne Vassfletten | komm | y7
kari | helsefagarbeider | Kari Lauvvadet | zb | y5 | slutt d24
ingeborg | lege | Ingeborg Hasselnipa | fl1 | y8
grete | helsesekretær | Grete Orefletten | fl | y5
"""


SUNNFJORD = Place(
    name="sunnfjord",
    language="nn",
    enterprise_prefix="856",
    units=_UNITS,
    accounts=_ACCOUNTS,
    stems=tuple(
        "Bjørke Eike Fure Gjel Heggja Kalve Lauv Nauste Ore Reine Slåtte Stave Ting Vass Øyre Heste "
        "Gras Kvams Hassel Svad".split()
    ),
    endings=tuple(
        "stegen grova nipa stølen hjelle fletten reset vadet kleiva moldi svora".split()
    ),
    more_families=(),
    streets=tuple(
        "Eikestegen|Kalvegrova|Naustebakken|Slåttevegen|Heggjahaugen|Stavegata|Fjordbrotet|Orebakken|"
        "Lauvåsvegen|Vassgrova|Tingvegen|Hestebeitet|Furebakkane|Gjelet|Innbygdvegen|Ytrebygdvegen|"
        "Kleivavegen".split("|")
    ),
    postcodes=(
        ("6800", "FØRDE"),
        ("6812", "FØRDE"),
        ("6813", "FØRDE"),
        ("6817", "NAUSTDAL"),
        ("6843", "SKEI I JØLSTER"),
        ("6847", "VASSENDEN"),
        ("6973", "SANDE I SUNNFJORD"),
        ("6977", "BYGSTAD"),
        ("6978", "VIKSDALEN"),
    ),
    gps=(
        ("Ingeborg Hasselnipa", "Sentrum legekontor"),
        ("Rolf Svadstegen", "Sentrum legekontor"),
        ("Anita Moldkleiva", "Fjordsida legekontor"),
        ("Jon Kvamsreset", "Fjordsida legekontor"),
        ("Nadia Vyshnychuk", "Legane i Gata"),
    ),
    schools=("Heggtun barneskule", "Sentrum ungdomsskule"),
    hospital="Førde sentralsjukehus",
    local_language="nn",
)
