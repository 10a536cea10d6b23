"""Units under many threads and in many processes: one object for each unit, one meaning for each word."""

import copy
import gc
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_all_start_methods
from textwrap import dedent
from threading import Barrier

import pytest

from govperf.errors import UnitError
from govperf.units import Quantity, Unit

THREADS = 8
SECONDS = 30  # after which a process that waits for itself is given up

# What every program below begins with: everything at once, with threads that change as often as they can.
HEAD = f"""
    import pickle, sys
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier
    sys.setswitchinterval(1e-6)
    def at_once(*works):
        barrier = Barrier({THREADS})
        def run(number):
            barrier.wait()
            return works[number % len(works)]()
        with ThreadPoolExecutor({THREADS}) as pool:
            return list(pool.map(run, range({THREADS})))
"""


def ran(program, stdin=b""):
    """What a program prints in a process of its own."""
    command = [sys.executable, "-c", dedent(HEAD) + dedent(program)]
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def words(program, stdin=b""):
    return ran(program, stdin).decode("utf-8").split()


@pytest.fixture
def hurried():
    """Threads that change as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def at_once(work, *arguments):
    """The results of threads that begin together."""
    barrier = Barrier(THREADS)

    def run(number):
        barrier.wait()
        return work(*(argument[number % len(argument)] for argument in arguments))

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


class TestFirstTouch:
    """Nothing is loaded, and all threads want it."""

    def test_reading_defining_converting_hashing(self):
        said = words("""
            def read():
                from govperf import Quantity
                return str(Quantity.parse("3,678.76万元"))
            def define():
                from govperf import Unit
                return str(Unit.define("首触炉", "50公斤").factor)
            def convert():
                import govperf
                return str(govperf.Quantity(1, "公顷").to("亩"))
            def fold():
                from govperf.units import Quantity
                return str(hash(Quantity(1, "公顷")) == hash(Quantity(15, "亩")))
            print(*sorted(set(at_once(read, define, convert, fold))))
        """)
        assert said == ["15亩", "3,678.76万元", "50", "True"]

    def test_pint(self):
        said = words("""
            def change():
                from govperf import Quantity
                return str(Quantity(1, "公顷").to_pint().to("亩").magnitude.normalize())
            print(*set(at_once(change)))
        """)
        assert said == ["15"]

    def test_one_object_for_each_unit(self):
        said = words("""
            from govperf.units import Unit
            texts = [f"{one}·{other}/{scale}人" for one in "户家个" for other in "场期" for scale in "万亿"]
            found = at_once(lambda: [Unit.of(text) for text in texts])
            print(*{len(set(map(id, units))) for units in zip(*found)})
        """)
        assert said == ["1"]


@pytest.mark.usefixtures("hurried")
class TestOneObject:
    def test_while_units_are_forgotten(self):
        """A unit that nobody holds is made anew; two that live together are one."""
        texts = [f"{one}·{other}⁴/{scale}羽" for one in "户家个" for other in "场期" for scale in "千万"]
        kept = [Unit.of(text) for text in texts]

        def differing():
            found = 0
            for _ in range(20):
                for text, unit in zip(texts, kept, strict=True):
                    Unit(unit.atoms[:1] + unit.atoms[-1:])  # held by nothing
                    found += Unit.of(text) is not unit or Unit(unit.atoms) is not unit
                gc.collect(0)
            return found

        assert at_once(differing) == [0] * THREADS

    def test_of_a_loaded_and_a_copied_quantity(self):
        quantity = Quantity("3.5", "万元/(人·年)")

        def loaded():
            return [pickle.loads(pickle.dumps(quantity, protocol)) for protocol in range(6)]  # noqa: S301

        for found in at_once(lambda: [*loaded(), copy.copy(quantity), copy.deepcopy(quantity)]):
            assert all(one == quantity and one.unit is quantity.unit for one in found)


@pytest.mark.usefixtures("hurried")
class TestDefinedAtOnce:
    def test_the_same(self):
        units = at_once(lambda: Unit.define("并炉", "50公斤", spellings=["并炉子"]))
        assert len(set(map(id, units))) == 1

    def test_two_meanings_of_one_name(self):
        """One of them holds, for all; the others are told."""

        def factor(meaning):
            try:
                return Unit.define("争炉", meaning).factor
            except UnitError as error:
                return error.code

        found = at_once(factor, ["50公斤", "60公斤"])
        assert sorted(map(str, set(found))) in (["50", "unit.defined"], ["60", "unit.defined"])
        assert str(Unit.of("争炉").factor) in map(str, found)

    def test_a_spelling_that_is_also_a_name(self):
        def define(name):
            try:
                return Unit.define(name, spellings=["夺炉子"] if name == "夺炉" else []).label
            except UnitError as error:
                return error.code

        found = at_once(define, ["夺炉", "夺炉子"])
        assert set(found) in ({"夺炉", "unit.defined"}, {"夺炉子", "unit.defined"})
        assert Unit.of("夺炉子").label in found

    def test_read_while_it_is_defined(self):
        """A reader finds the whole unit or none."""

        def read(number):
            if not number:
                return {Unit.define("读炉", "1/15公顷", spellings=["读炉子"]).factor}
            found = set()
            for text in ["5读炉子", "5读炉"] * 50:
                try:
                    found.add(Quantity.parse(text).unit.factor)
                except UnitError as error:
                    found.add(error.code)
            return found

        found = set().union(*at_once(read, range(THREADS)))
        assert found <= {Unit.of("亩").factor, "unit.unknown"}


OWN = """
    from govperf.units import Quantity, Unit
    Unit.define("寄张", spellings=["寄张子"])
    Unit.define("寄炉", "50寄张·次")
    for protocol in range(6):
        sys.stdout.buffer.write(pickle.dumps(Quantity("3.5", "万寄炉/年"), protocol))
"""


@pytest.fixture(scope="module")
def dumps():
    """A quantity of a unit of the user's own, in every protocol."""
    return ran(OWN)


class TestPickles:
    """A process loads units that it may never have heard of."""

    def test_a_process_that_knows_nothing(self, dumps):
        said = words(
            """
            found = [pickle.load(sys.stdin.buffer) for _ in range(6)]
            print(*{quantity.to("寄张·次/季度") for quantity in found})
            print(*{quantity.unit is found[0].unit for quantity in found})
            """,
            dumps,
        )
        assert said == ["437,500寄张·次/季度", "True"]

    def test_a_process_that_knows_better(self, dumps):
        """What it knows stays as it is."""
        said = words(
            """
            from govperf.errors import UnitError
            from govperf.units import Unit
            Unit.define("寄炉", "60公斤")
            for _ in range(6):
                try:
                    pickle.load(sys.stdin.buffer)
                except UnitError as error:
                    print(error.code)
                    break
            print(Unit.of("寄炉").factor)
            """,
            dumps,
        )
        assert said == ["unit.defined", "60"]

    def test_a_process_that_knows_the_same(self, dumps):
        said = words(
            OWN.replace("sys.stdout", "sys.stderr") + "    print(pickle.load(sys.stdin.buffer))", dumps
        )
        assert said == ["3.5万寄炉/年"]

    def test_threads_that_load_it_at_once(self, dumps):
        said = words(
            """
            dump = sys.stdin.buffer.read()
            found = at_once(lambda: pickle.loads(dump))
            print(len({id(quantity.unit) for quantity in found}), *set(found))
            """,
            dumps,
        )
        assert said == ["1", "3.5万寄炉/年"]


POOL = """
    import multiprocessing
    from govperf.units import Quantity, Unit
    if __name__ == "__main__":
        Unit.define("池炉", "50公斤")
        sent = [Quantity(number, "池炉") for number in range(4)] + [Quantity(5, "万元")]
        with multiprocessing.get_context("{method}").Pool(2) as pool:
            back = pool.map(abs, sent)
        print(back == sent, *{{one.unit is other.unit for one, other in zip(back, sent)}})
"""


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_pools(method):
    if method not in get_all_start_methods():
        pytest.skip(f"this system has no {method}")
    assert words(POOL.format(method=method)) == ["True", "True"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_forked_while_threads_make_units():
    """The child of a fork must not wait for a lock that a thread of its parent held."""
    said = words("""
        import os, signal, warnings
        from threading import Thread
        from govperf.units import Unit
        warnings.simplefilter("ignore")  # Python warns of what this is about
        stop = []
        def work():
            number = 0
            while not stop:
                number += 1
                Unit.of(f"{'户家个次场'[number % 5]}⁷·{'期项宗件条'[number // 5 % 5]}⁹/册")
                Unit(Unit.of("万元/户").atoms)
        threads = [Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        ended = []
        for number in range(20):
            child = os.fork()
            if not child:
                signal.alarm(2)
                Unit.of("台·套·辆/册")
                Unit.define("叉炉", "50公斤")
                os._exit(0)
            ended.append(os.waitpid(child, 0)[1])
            if any(ended):
                break
        stop.append(True)
        print(*set(ended))
    """)
    assert said == ["0"]
