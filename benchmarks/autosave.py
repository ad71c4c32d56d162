"""How long a save takes while many people save: ``python -m benchmarks.autosave [--people 20] [--saves 30]``.

Starts the registry as ``make run`` does, on demonstration data in a throw-away directory, gives each person a
draft of their own and lets all of them send one answer after the other, as the case page does. Twice: one
answer every two seconds each, which is faster than anybody types, and without any pause, which is the worst a
machine can be asked. Seconds are by the clock of the sender, from the request to the whole answer.
"""

import argparse
import json
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from threading import Barrier
from urllib.parse import urlencode

PACE = 2.0  # seconds between two answers of one person
PREPARE = """
import json
from django.test import Client
from centers.models import Center, Role
from centers.rls import EVERYTHING, scope
from tests.factories.cases import make_complete
from tests.factories.people import person_with
with scope(EVERYTHING):
    centers = list(Center.objects.order_by("pk"))
    for number in range({people}):
        center = centers[number % len(centers)]
        person = person_with(Role.COORDINATOR, center)
        case = make_complete(center, person)
        client = Client()
        client.force_login(person)
        morsel = next(iter(client.cookies.values()))
        print(json.dumps([case.number, morsel.key, morsel.value]))
"""


@dataclass
class Person:
    """Somebody with a draft, a session and its token."""

    site: str
    case: str
    cookie: str
    token: str = ""
    version: int = 0

    def sign_on(self) -> None:
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.site}/account/session/", headers={"Cookie": self.cookie}
        )
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own address
            self.token = json.load(answer)["token"]
            self.cookie += "; " + str(answer.headers["Set-Cookie"]).split(";")[0]

    def save(self, value: int) -> float:
        """Seconds one answer takes; fails if it was not stored."""
        sent = {
            "run1.urgency": value,
            "versions": json.dumps({"run1": self.version}),
            "base": json.dumps({"run1": {"urgency": ""}}),
            "may_hide": 1,
            "request_key": uuid.uuid4(),
        }
        headers = {"Cookie": self.cookie, "X-CSRFToken": self.token, "Accept": "application/json"}
        address = f"{self.site}/cases/{self.case}/s/run/?run=1"
        request = urllib.request.Request(address, urlencode(sent).encode(), headers)  # noqa: S310
        begun = time.perf_counter()
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            found = json.load(answer)
        self.version = found["versions"]["run1"]
        return time.perf_counter() - begun


def people_of(site: str, printed: str) -> Iterator[Person]:
    for line in printed.splitlines():
        if line.startswith("["):
            case, name, value = json.loads(line)
            yield Person(site, case, f"{name}={value}")


def all_at_once(people: list[Person], saves: int, pace: float) -> list[float]:
    """Every person saves ``saves`` answers, starting together."""
    ready = Barrier(len(people))

    def work(person: Person) -> list[float]:
        ready.wait()
        taken = []
        for number in range(saves):
            seconds = person.save(1 + number % 3)
            taken.append(seconds)
            time.sleep(max(0.0, pace - seconds))
        return taken

    with ThreadPoolExecutor(len(people)) as pool:
        return [seconds for found in pool.map(work, people) for seconds in found]


def report(name: str, seconds: list[float]) -> None:
    p95 = quantiles(seconds, n=20)[-1]
    print(
        f"{name:<44}{len(seconds):>6} saves   p50 {median(seconds) * 1000:>6.0f} ms   p95 {p95 * 1000:>6.0f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--saves", type=int, default=30, help="answers of each person")
    options = parser.parse_args()

    from tests.journeys.registry_process import running_registry

    with tempfile.TemporaryDirectory() as home, running_registry(Path(home)) as registry:
        printed = registry.python(PREPARE.format(people=options.people))
        people = list(people_of(registry.address, printed))
        for person in people:
            person.sign_on()
            person.save(1)
        report("one person alone", all_at_once(people[:1], options.saves, 0))
        report(
            f"{len(people)} people, an answer every {PACE:g} s each", all_at_once(people, options.saves, PACE)
        )
        report(f"{len(people)} people without a pause", all_at_once(people, options.saves, 0))


if __name__ == "__main__":
    main()
