"""Exact tests and intervals: the research's own test vector, and the same answers as SciPy."""

import random
from fractions import Fraction

import numpy as np
import pytest

from game.outcomes.exact import EXACT_UP_TO, holm, sign_test, signed_rank
from game.outcomes.interval import FEWEST_GROUPS, FEWEST_PEOPLE, by_group, by_person

VECTOR = [1, 1, 0, 2, -1, 1, 0, 1]


@pytest.fixture(scope="module")
def stats():
    """SciPy's: brought when the first of these tests runs, as every run of tests reads this file."""
    from scipy import stats  # noqa: PLC0415

    return stats


def changed_answers(seed):
    """Differences as five labelled points give them: small, with many ties."""
    chance = random.Random(seed)
    return [chance.choice((-2, -1, 1, 2, 3, 4)) for _ in range(chance.randint(2, 11))]


def test_the_research_vector():
    ranked = signed_rank(VECTOR)
    assert (ranked.plus, ranked.minus) == (18, 3)
    assert ranked.r == pytest.approx(0.714, abs=0.0005)
    assert ranked.p == 0.1875
    assert sign_test(5, 1) == 0.21875


@pytest.mark.parametrize("rises", range(12))
@pytest.mark.parametrize("falls", [0, 1, 2, 5, 11])
def test_the_sign_test_is_the_binomial_test(stats, rises, falls):
    if rises + falls == 0:
        assert sign_test(0, 0) == 1.0
        return
    expected = stats.binomtest(rises, rises + falls, 0.5).pvalue
    assert sign_test(rises, falls) == pytest.approx(expected, abs=1e-12)


def test_the_sign_test_takes_thousands_of_people(stats):
    expected = stats.binomtest(2600, 5000, 0.5).pvalue
    assert sign_test(2600, 2400) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("seed", range(40))
def test_the_signed_rank_test_counts_every_arrangement(stats, seed):
    changed = changed_answers(seed)
    every_way = stats.PermutationMethod(n_resamples=np.inf)
    expected = stats.wilcoxon(changed, zero_method="wilcox", method=every_way)
    ranked = signed_rank(changed)
    assert min(ranked.plus, ranked.minus) == expected.statistic
    assert ranked.p == pytest.approx(expected.pvalue, abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_many_people_take_the_normal_approximation(stats, seed):
    chance = random.Random(seed)
    differences = [chance.randint(-3, 4) for _ in range(300)]
    expected = stats.wilcoxon(differences, zero_method="wilcox", method="approx")
    assert signed_rank(differences).p == pytest.approx(expected.pvalue, rel=1e-9)


def test_where_counting_ends_the_two_ways_agree(stats):
    chance = random.Random(3)
    changed = [chance.choice((-2, -1, 1, 1, 2, 3)) for _ in range(EXACT_UP_TO)]
    approximate = stats.wilcoxon(changed, method="approx").pvalue
    assert signed_rank(changed).p == pytest.approx(approximate, abs=0.003)


def test_zeros_change_neither_ranks_nor_p():
    assert signed_rank([*VECTOR, 0, 0, 0]) == signed_rank(VECTOR)


def test_a_group_that_fell_is_the_mirror_of_one_that_rose():
    up, down = signed_rank(VECTOR), signed_rank([-each for each in VECTOR])
    assert (up.plus, up.minus, up.p) == (down.minus, down.plus, down.p)
    assert up.r == -down.r


def test_nothing_changed_is_no_surprise_and_has_no_direction():
    ranked = signed_rank([0, 0, 0])
    assert (ranked.p, ranked.r) == (1.0, None)


def test_fractions_are_ranked_like_numbers():
    assert signed_rank([Fraction(each, 7) for each in VECTOR]) == signed_rank(VECTOR)


@pytest.mark.parametrize(
    ("ps", "adjusted"),
    [
        ((), ()),
        ((0.04,), (0.04,)),
        ((0.01, 0.04, 0.03), (0.03, 0.06, 0.06)),
        ((0.5, 0.5, 0.9), (1.0, 1.0, 1.0)),
    ],
)
def test_holm(ps, adjusted):
    assert holm(ps) == pytest.approx(adjusted)


def test_holm_never_turns_the_order_round():
    chance = random.Random(5)
    ps = [chance.random() for _ in range(7)]
    by_p = [adjusted for _, adjusted in sorted(zip(ps, holm(ps), strict=True))]
    assert by_p == sorted(by_p)
    assert all(adjusted >= p for p, adjusted in zip(ps, holm(ps), strict=True))


@pytest.mark.parametrize("counts", [(12, 5, 3), (8, 4, 8), (20, 0, 1), (5, 30, 2), (0, 9, 9)])
def test_the_interval_by_person_is_what_scipy_draws(stats, counts):
    rises, same, falls = counts
    people = np.array([1] * rises + [0] * same + [-1] * falls)
    drawn_often = stats.bootstrap(
        (people,), np.mean, n_resamples=20_000, method="percentile", rng=np.random.default_rng(1)
    ).confidence_interval
    low, high = by_person(rises, same, falls)
    step = 1 / len(people)
    assert low == pytest.approx(drawn_often.low, abs=step + 1e-9)
    assert high == pytest.approx(drawn_often.high, abs=step + 1e-9)


def test_fewer_than_fifteen_people_have_no_interval():
    assert by_person(FEWEST_PEOPLE - 1, 0, 0) is None
    assert by_person(FEWEST_PEOPLE, 0, 0) == (1.0, 1.0)


def test_the_interval_by_group_is_what_scipy_draws(stats):
    chance = random.Random(2)
    groups = [(chance.randint(-2, 9), chance.randint(9, 12)) for _ in range(24)]
    balances, people = np.array(groups).T

    def share(balances, people, axis=-1):
        return balances.sum(axis=axis) / people.sum(axis=axis)

    often = stats.bootstrap(
        (balances, people), share, paired=True, n_resamples=9999, method="percentile",
        rng=np.random.default_rng(1),
    ).confidence_interval  # fmt: skip
    low, high = by_group(groups, "any")
    assert low == pytest.approx(often.low, abs=0.03)
    assert high == pytest.approx(often.high, abs=0.03)


def test_the_interval_by_group_is_the_same_each_time():
    groups = [(n % 5, 8) for n in range(FEWEST_GROUPS)]
    assert by_group(groups, "seed") == by_group(groups, "seed")
    assert by_group(groups[1:], "seed") is None


def test_groups_that_are_alike_inside_leave_a_wider_interval_than_their_people_would():
    groups = [(8, 8)] * 6 + [(-8, 8)] * 6
    low, high = by_group(groups, "seed")
    person_low, person_high = by_person(48, 0, 48)
    assert high - low > 2 * (person_high - person_low)
