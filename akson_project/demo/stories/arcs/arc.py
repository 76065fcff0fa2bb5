"""What an authored story is written as."""

from dataclasses import dataclass

from akson_project.demo.stories.model import CriticalAsked, Protection, Sex


@dataclass(frozen=True, slots=True)
class Arc:
    """One patient's story, written by hand.

    `stays` has lines `unit | from | to | service | hours`; `from` and `to` are
    `<day> <clock>`, `-` for a stay that has not ended. `script` has lines
    `<day> <clock> [><clock>] <who> <kind> [#name] [~name] [!<day> <clock> <who>] [kladd] | text | reason`:

    - `><clock>`: written later the same day; `>>` the day after.
    - who: SP and HF are the patient's own nurse and care worker; sp, hf, vp, xx, le,
      jo, hs, sb somebody on duty of that profession; VK the substitute; `=key` a named
      worker; `@unit` if it was written elsewhere than where the patient then was.
    - `~name` corrects the note called `#name`; `!` marks it as entered in error.
    - `kladd` is a draft; `nb` is written in bokmål by somebody who writes bokmål.

    `case` and `case_stays` are the same for the tjenestesak. `routine` is how often
    ordinary notes stand between; `mute` names topics they leave alone, `away` the days
    without any (`5ma-4ti`).
    """

    key: str
    name: str
    sex: Sex
    script: str
    stays: str
    age: int = 0
    born: str = ""
    middle: str = ""
    marital: str = "single"
    language: str = ""
    interpreter: bool = False
    ids: str = "fnr"
    protection: Protection = "ugradert"
    access_note: str = ""
    kin: str = ""
    critical: str = ""
    asked: CriticalAsked | None = None
    tags: str = ""
    child: str = ""
    routine: float = 0.0
    evenings: bool = True
    mute: str = ""
    away: str = ""
    case: str = ""
    case_stays: str = ""
    deceased: str = ""
    planted: str = ""
    weight: float = 70.0
    systolic: int = 135
    sugar: float = 7.6
