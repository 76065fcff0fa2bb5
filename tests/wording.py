"""How tests tell bokmål, nynorsk and English apart: by common words."""

import re

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
# Common words that are not bokmål, and common words that our nynorsk does without.
ENGLISH = set(
    """the and save delete cancel close edit your you not please with this that search
    add new is are was user password date name record error""".split()
)
BOKMAAL = set(
    """allerede annen ansettelse ansettelser bare begynner ble bruker brukere deres
    disse dem dere egen enhet enheten enheter ennå et fjernet flere forrige fra født gjør
    ham helseopplysninger hjem hun hva hvem hvilke hvilken hvilket hvis hvor hvordan
    hvorfor ikke jeg kommer lagret mer navn navnet noe noen nå nærmeste opphold
    oppholdet opplysninger pasienter pårørende rettet riktig samme se siden skrev
    slettet sykepleier sykepleiere tjeneste tjenesten tjenester trenger velg vises
    være også åpne åpner åpnet årsak""".split()
)


def words(text):
    """The words of a text, in lower case, without what is filled in."""
    return set(re.findall(r"\w+", PLACEHOLDER.sub("", text).lower()))
