import random
import signal
import time
from pathlib import Path

from firsthand.store.cases import new_case, open_case
from firsthand.store.models import Source
from firsthand.store.verifying import verify
from tests.faults.a_writer import writer


def test_what_was_confirmed_survives_a_kill_at_any_moment(
    tmp_path: Path, database: str | None
) -> None:
    folder = tmp_path / "case"
    new_case(folder, owner="Ada", database=database).close()
    moments = random.Random(3)  # noqa: S311 - moments, not secrets

    for round_ in range(6):
        running = writer(folder, f"r{round_}", 500)
        time.sleep(0.5 + moments.random() * 0.6)
        running.send_signal(signal.SIGKILL)
        told, _ = running.communicate()
        confirmed = [int(line) for line in told.splitlines() if line.strip()]

        case = open_case(folder, database=database)
        found = verify(case)
        numbers = {entry.number for entry in case.ledger.entries()}
        evidence = set(Source.objects.using(case.alias).values_list("evidence", flat=True))
        case.close()

        assert found.is_whole, found.faults
        assert set(confirmed) <= numbers
        assert numbers == set(range(1, len(numbers) + 1))
        assert all((folder / "evidence" / name[:2] / name).exists() for name in evidence)


def test_writers_at_once_lose_no_entry_and_no_number(tmp_path: Path, database: str | None) -> None:
    folder = tmp_path / "case"
    new_case(folder, owner="Ada", database=database).close()

    running = [writer(folder, f"w{number}", 12) for number in range(4)]
    told = [each.communicate(timeout=100) for each in running]

    case = open_case(folder, database=database)
    confirmed = [int(line) for out, _ in told for line in out.splitlines()]
    numbers = [entry.number for entry in case.ledger.entries()]
    whole = verify(case)
    case.close()
    assert [each.returncode for each in running] == [0] * 4, told
    assert len(set(confirmed)) == 48
    assert numbers == list(range(1, 2 + 2 * 48 + 1))
    assert whole.is_whole
