"""Karasjok: long distances, Northern Sami and Norwegian side by side, bokmål in the record."""

from akson_project.demo.stories.places.place import Place

_UNITS = """
komm | enterprise | - | - | Kárášjoga gielda / Karasjok kommune
hjt | enterprise | komm | - | Hjemmetjenesten / Ruovttubálvalus
za | department | hjt | 15 | Sone Márkan (sentrum)
za1 | list | za | 15 | Márkan liste 1
za2 | list | za | 15 | Márkan liste 2
zb | department | hjt | 15 | Sone Gilit (bygdene)
zb1 | list | zb | 15 | Elva opp
zb2 | list | zb | 15 | Elva ned
sh | enterprise | komm | - | Gieddi omsorgssenter
w1 | ward | sh | 21 | Soahki, skjermet
w2 | ward | sh | 21 | Beahci
w3 | ward | sh | 18 | Sieđga, korttid
dag | department | sh | 17 | Gieddi dagsenter
hs | enterprise | komm | K20 | Karasjok helsestasjon
skole | department | hs | K20 | Skolehelsetjenesten
lv | enterprise | komm | K30 | Karasjok legevakt
tk | department | komm | - | Tildelingskontoret
pv | department | komm | - | Personvern og internkontroll
adm | department | komm | - | Administrasjon helse og omsorg
fl | department | komm | KX17 | Karasjok legekontor
fl1 | list | fl | KX17 | Ánne Geađgeleahki
fl2 | list | fl | KX17 | Tor Vidjestryk
"""

# key | title | name | units | employed since [| natt] [| slutt <day>]
_ACCOUNTS = """
elle | sykepleier | Elle Guovžajohka | za | y6
anders | sykepleier | Anders Elvestryk | za | y2
berit | helsefagarbeider | Berit Máret Luossagieddi | za | y13
samuel | helsefagarbeider | Samuel Oakhollow | za | y3
ravdna | sykepleier | Ravdna Čáhppesvárri | zb za | y5
mikkel | sykepleier | Mikkel Biellonjárga | zb | y1
inga | helsefagarbeider | Inga Sarvvaluokta | zb | y16
hilde | sykepleier | Hilde Furuskard | za zb | y4 | natt
nils | sykepleier | Nils Ánte Ruovdejávri | w1 | y3
marja | helsefagarbeider | Márjá Beaskagieddi | w1 | y12
laila | sykepleier | Láilá Njállajohka | w2 | y8
sanna | sykepleier | Sanna Jervmo | w3 w2 | y2
john | lege | John Áilu Geađgevárri | w1 w2 w3 | y5
risten | helsesykepleier | Risten Suolojávri | hs | y9
heidi | helsesykepleier | Heidi Sandstryk | skole hs | y3
petter | lege | Petter Moskard | lv | y1
biret | sykepleier | Biret Muohtaleahki | lv | y7
ellen | saksbehandler | Ellen Áhkonjárga | tk | y10
roger | saksbehandler | Roger Laksevadet | tk | y2
karen | konsulent | Karen Ánne Gáranasvárri | hjt sh hs | y8
svein | avdelingsleder | Svein Ruoŧajohka | hjt | y5
anne | avdelingsleder | Anne Kirsten Jokŋagieddi | sh | y6
tone | personvernrådgiver | Tone Bekkestryk | pv | y3
oddivar | systemansvarlig | Odd Ivar Šuvonjávri | komm | y9
maret | helsefagarbeider | Máret Luossamaras | zb | y4 | slutt d24
anneg | lege | Ánne Geađgeleahki | fl1 | y8
sara | helsesekretær | Sara Furenes | fl | y5
"""


KARASJOK = Place(
    name="karasjok",
    language="nb",
    enterprise_prefix="858",
    units=_UNITS,
    accounts=_ACCOUNTS,
    stems=tuple(
        "Guovža Čáhppes Geađge Jokŋa Ruovde Suolo Áhko Ruoŧa Biello Njálla Sarvva Beaska Muohta Šuvon "
        "Luossa Gáranas Vuolle Áldu".split()
    ),
    endings=tuple("johka várri jávri gieddi njárga luokta maras leahki".split()),
    more_families=tuple(
        "Elvestryk Jervmo Furuskard Sandstryk Laksevadet Moskard Bekkestryk Lyngstryk Ovnskard Morenes "
        "Tjernmo Vidjestryk".split()
    ),
    streets=tuple(
        "Luossageaidnu|Sieđgabálggis|Beahcegeaidnu|Gieddemohkki|Elvestrykveien|Jokŋaluodda|Furustien|"
        "Johkageaidnu|Nordre Moveien|Søndre Moveien|Vidjeveien|Muohtabálggis|Skáiddeluodda|"
        "Sandstrykveien".split("|")
    ),
    postcodes=(("9730", "KARASJOK"), ("9730", "KARASJOK"), ("9735", "KARASJOK")),
    gps=(
        ("Ánne Geađgeleahki", "Karasjok legekontor"),
        ("Tor Vidjestryk", "Karasjok legekontor"),
        ("Sofia Lozynko", "Karasjok legekontor"),
    ),
    schools=("Karasjok barneskole", "Karasjok ungdomsskole"),
    hospital="Hammerfest sykehus",
    local_language="se",
    sami_share=0.7,
)
