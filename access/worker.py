"""The person who acts: who he is, and where he works now."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from access.actions import Action
from access.codes import ServiceType
from access.roles import NO_RIGHTS, RecordKind, RightsByKind, Role
from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Place, Posting
from audit.verbs import Verb


@dataclass(frozen=True, slots=True)
class Post:
    """One employment in force that the person works in now.

    `orgnr` and `enterprise_name` are the nearest enterprise's above the unit that has a
    number, else the municipality's own. `rights` are the role's, as the matrix says now; `service_type`
    is the unit's (kodeverk 9151), if it has one.
    """

    unit_id: UUID
    unit_name: str
    orgnr: str
    enterprise_name: str
    role: Role
    rights: RightsByKind = field(default_factory=lambda: NO_RIGHTS, compare=False)
    service_type: str = ""

    @property
    def place(self) -> Place:
        """The unit and its enterprise as the log names them."""
        return Place(self.unit_id, self.unit_name, self.orgnr, self.enterprise_name)


@dataclass(frozen=True, slots=True)
class Worker:
    """A person at work (helsepersonell; FHIR: Practitioner), with the posts he has chosen.

    `posts` are those he works in now; `may_choose` counts all he could work in.
    """

    user_id: UUID
    name: str
    profession: str
    title: str
    hpr_number: str
    posts: tuple[Post, ...]
    client: Client = field(default_factory=Client)
    may_choose: int = 0

    @property
    def unit_ids(self) -> list[UUID]:
        """The units the person works at now."""
        return [post.unit_id for post in self.posts]

    @property
    def unit_names(self) -> list[str]:
        """The names of those units, each once."""
        return list(dict.fromkeys(post.unit_name for post in self.posts))

    @property
    def roles(self) -> frozenset[Role]:
        """The roles the person has at them."""
        return frozenset(post.role for post in self.posts)

    @property
    def role_label(self) -> str:
        """The roles in words."""
        return ", ".join(sorted(str(role.label) for role in self.roles))

    @property
    def reads_people(self) -> bool:
        """Whether the person may see who any patient is; those who review or administer do not."""
        return self.may_somewhere(Action.READ_IDENTITY)

    @property
    def reads_records(self) -> bool:
        """Whether the person may read more of any patient than who he is."""
        return self.may_somewhere(Action.READ_RECORD)

    @property
    def may_register(self) -> bool:
        """Whether the person may register a new patient."""
        return self.may_somewhere(Action.ADMIT)

    @property
    def handles_applications(self) -> bool:
        """Whether the person registers applications, and sees those that wait."""
        return self.may_somewhere(Action.REGISTER_APPLICATION)

    @property
    def reviews_use(self) -> bool:
        """Whether the person reviews how colleagues let themselves in."""
        return not self.roles.isdisjoint({Role.LEADER, Role.AUDITOR})

    @property
    def may_find_anybody(self) -> bool:
        """Whether the person may find somebody his units have no relation to."""
        return self.may_somewhere(Action.FIND_ANYBODY)

    @property
    def arrivals_at(self) -> list[Post]:
        """The posts at a legevakt in which the person may register who arrives there."""
        return self.posts_that(Action.REGISTER_CONTACT, at=ServiceType.EMERGENCY)

    @property
    def keeps_gp_lists(self) -> bool:
        """Whether the person keeps who is on the lists of a general practice."""
        return bool(self.posts_that(Action.ENROL, at=ServiceType.GENERAL_PRACTICE))

    @property
    def keeps_programmes(self) -> bool:
        """Whether the person keeps who follows the programme of a health station."""
        return bool(self.posts_that(Action.ENROL, at=ServiceType.HEALTH_STATION))

    def posts_that(self, action: Action, *, at: str) -> list[Post]:
        """The posts at units of one service that allow something in a health record."""
        return [
            post
            for post in self.posts
            if post.service_type == at
            and post.rights[RecordKind.JOURNAL].allows(action)
        ]

    @property
    def may_begin_emergency(self) -> bool:
        """Whether the person may take an emergency access when life or health is in danger."""
        return self.may_somewhere(Action.BEGIN_EMERGENCY)

    def may_somewhere(self, action: Action) -> bool:
        """Whether any of the posts allows an action in any kind of record."""
        return any(
            rights.allows(action)
            for post in self.posts
            for rights in post.rights.values()
        )

    @property
    def is_auditor(self) -> bool:
        """Whether the person reviews the access log."""
        return Role.AUDITOR in self.roles

    @property
    def is_local_admin(self) -> bool:
        """Whether the person administers accounts, units and employments."""
        return Role.LOCAL_ADMIN in self.roles

    def actor(self, role: str = "") -> Actor:
        """The person as the log names him."""
        return Actor(
            id=self.user_id,
            name=self.name,
            profession=self.profession,
            title=self.title,
            hpr_number=self.hpr_number,
            role=role or ",".join(sorted(self.roles)),
        )

    def place(self, unit_id: UUID | None = None) -> Place:
        """The unit as the log names it: the one asked for, or the first he works at."""
        for post in self.posts:
            if unit_id in (None, post.unit_id):
                return post.place
        return Place()

    @property
    def postings(self) -> tuple[Posting, ...]:
        """All the posts, for an event that comes from no one of them; none at one unit."""
        if len(set(self.unit_ids)) < 2:
            return ()
        return tuple(Posting(post.unit_id, post.role.value) for post in self.posts)

    def entry(self, verb: Verb) -> Entry:
        """Begin an event of his, from all his posts, that concerns nobody yet."""
        return Entry(
            verb=verb,
            actor=self.actor(),
            municipality=controller_here(),
            place=self.place(),
            postings=self.postings,
            client=self.client,
        )

    def entry_as(self, role: Role, verb: Verb) -> Entry:
        """Begin an event of his from the post in which he has a role, if he has one."""
        for post in self.posts:
            if post.role is role:
                return replace(
                    self.entry(verb),
                    actor=self.actor(role.value),
                    place=post.place,
                    postings=(),
                )
        return self.entry(verb)
