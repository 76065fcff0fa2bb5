"""Who reads the synthetic records, and what a reviewer of the log should find."""

from datetime import timedelta

from tests.akson_project.demo.telling import TODAY, above, employed


def test_care_teams_work_where_the_patient_is(world):
    chains = above(world)
    for patient in world.patients:
        for record in patient.records:
            for episode in record.episodes:
                day = max(episode.starts.date(), TODAY - timedelta(days=90))
                for key in episode.team:
                    units = chains[episode.unit] | {"tk"}
                    assert any(employed(world, key, unit, day) for unit in units)


def test_readers_were_at_work_and_had_a_reason(world):
    chains = above(world)
    patients = {patient.key: patient for patient in world.patients}
    for read in world.reads:
        worker = next(w for w in world.workers if w.key == read.worker)
        assert worker.username
        assert employed(world, read.worker, read.unit, read.at.date()), read
        if read.verb in {"read", "print"}:
            episodes = [e for r in patients[read.patient].records for e in r.episodes]
            assert any(
                (read.unit in chains[e.unit] or read.worker in e.team)
                and e.starts <= read.at
                and (e.ends is None or read.at <= e.ends + timedelta(days=14))
                for e in episodes
            ), read


def test_a_snoop_reads_late_and_off_duty_and_never_writes(world):
    worker, patient = dict(world.planted)["snoop"]
    reads = [
        r
        for r in world.reads
        if (r.worker, r.patient) == (worker, patient) and r.at.hour >= 20
    ]
    snooped_on = next(p for p in world.patients if p.key == patient)

    assert len(reads) >= 8
    assert all(worker not in e.team for r in snooped_on.records for e in r.episodes)
    assert worker not in {note.author for r in snooped_on.records for note in r.notes}


def test_no_shift_explains_what_a_snoop_reads(world):
    """A leader who counts readers finds him: nothing says that he gave care."""
    worker, patient = dict(world.planted)["snoop"]
    hour = timedelta(hours=1)
    lately = [
        read.at
        for read in world.reads
        if (read.worker, read.patient) == (worker, patient)
        and read.verb == "read"
        and read.at.date() >= TODAY - timedelta(days=28)
    ]
    shifts = [shift for shift in world.shifts if shift.worker == worker]

    assert lately
    assert shifts
    assert not [
        at
        for at in lately
        for shift in shifts
        if shift.begins - hour <= at <= shift.ends + hour
    ]


def test_a_neighbour_was_refused(world):
    worker, patient = dict(world.planted)["refused"]
    neighbour = next(w for w in world.workers if w.key == worker)
    looked_up = next(p for p in world.patients if p.key == patient)

    assert any(
        r.name == f"{neighbour.given} {neighbour.family}" for r in looked_up.relatives
    )
    assert any(
        r.verb == "refused" and (r.worker, r.patient) == (worker, patient)
        for r in world.reads
    )


def test_one_employee_has_left_and_one_came_as_a_substitute(world):
    gone = [w for w in world.workers if w.employments[0].valid_until]
    assert [w.username is not None for w in gone] == [True]
    assert gone[0].employments[0].valid_until < TODAY
    assert not [
        r
        for r in world.reads
        if r.worker == gone[0].key and r.at.date() >= gone[0].employments[0].valid_until
    ]
    substitute = next(w for w in world.workers if w.key == "vikar")
    assert substitute.employments[0].valid_from > TODAY - timedelta(days=90)
    assert any(
        len({job.unit for job in w.employments}) > 1 and w.username
        for w in world.workers
    )


def test_those_refused_had_no_reason(world):
    chains = above(world)
    patients = {patient.key: patient for patient in world.patients}
    refused = [read for read in world.reads if read.verb == "refused"]

    assert len(refused) == 3
    for read in refused:
        worker = next(w for w in world.workers if w.key == read.worker)
        units = {job.unit for job in worker.employments}
        episodes = [e for r in patients[read.patient].records for e in r.episodes]
        assert all(units.isdisjoint(chains[e.unit]) for e in episodes)
        assert all(read.worker not in e.team for e in episodes)
