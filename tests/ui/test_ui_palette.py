"""The colours can be told apart by everybody, and words upon them can be read."""

import itertools

import pytest

from game.model.themes import Theme
from game.ui.art.palettes import (
    BODY_TONE,
    GLASS,
    GLASS_MARK,
    KEEPER,
    KEEPER_SOFT,
    MIND,
    ON_DARK_GOLD,
    PALETTES,
    THEME_ICONS,
    VOICE,
    fill_of,
    suited,
    text_of,
)
from game.ui.kit.tones import (
    CAP_LINE,
    CARD,
    CREAM,
    GOOD,
    INK,
    ON_INK,
    PAPER,
    PAPER_LOW,
    SAND,
    SAND_LINE,
    SOFT,
)
from game.ui.screens.cardsheet import tone_on

# What somebody without one kind of cone sees, in linear light: Machado, Oliveira and Fernandes
# (2009), full severity.
NO_RED = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
NO_GREEN = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
NO_BLUE = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)


def linear(colour):
    shares = (value / 255 for value in colour)
    return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]


def seen(colour, matrix):
    """A colour in linear light, as somebody with that sight sees it."""
    rgb = linear(colour)
    if matrix is None:
        return rgb
    mixed = (sum(m * c for m, c in zip(row, rgb, strict=True)) for row in matrix)
    return [min(1.0, max(0.0, value)) for value in mixed]


def lab(rgb):
    x = 0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]
    y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
    z = 0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]
    fx, fy, fz = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (x / 0.95047, y, z / 1.08883)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one, other, matrix):
    a, b = lab(seen(one, matrix)), lab(seen(other, matrix))
    return sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5


def contrast(one, other):
    light = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other))]
    return (max(light) + 0.05) / (min(light) + 0.05)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(
    ("sight", "matrix", "least"),
    [
        ("all three cones", None, 43),
        ("no green cones", NO_GREEN, 29),
        ("no red cones", NO_RED, 29),
        ("no blue cones", NO_BLUE, 29),
    ],
)
def test_any_two_themes_look_different_to(name, sight, matrix, least):
    palette = PALETTES[name]
    near = {
        (a.value, b.value): distance(palette[fill_of(a)], palette[fill_of(b)], matrix)
        for a, b in itertools.combinations(Theme, 2)
    }
    closest = min(near, key=near.get)
    assert near[closest] >= least, f"{closest} with {sight}: {near[closest]:.1f}"


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("theme", Theme)
def test_words_on_a_theme_have_contrast_of_five_to_one(name, theme):
    palette = PALETTES[name]
    assert contrast(palette[fill_of(theme)], palette[tone_on(theme)]) >= 5


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("theme", Theme)
def test_a_themes_words_on_a_card_can_be_read(name, theme):
    palette = PALETTES[name]
    assert contrast(palette[text_of(theme)], palette[CARD]) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(
    ("words", "ground", "least"),
    [
        (INK, PAPER, 7),
        (INK, PAPER_LOW, 7),
        (INK, CARD, 7),
        (INK, CREAM, 7),
        (INK, SAND, 7),
        (ON_INK, INK, 7),
        (SOFT, PAPER, 7),
        (SOFT, PAPER_LOW, 7),
        (SOFT, CARD, 7),
        (SOFT, CREAM, 7),
        (KEEPER_SOFT, KEEPER, 7),
        (ON_DARK_GOLD, KEEPER, 7),
        (GOOD, CARD, 4.5),
        (MIND, CARD, 4.5),
        (GOOD, CREAM, 4.5),
        (BODY_TONE, CARD, 4.5),
        (VOICE, CREAM, 4.5),
        (GLASS_MARK, GLASS, 4.5),
        (INK, GLASS, 7),
    ],
)
def test_every_pairing_of_words_and_ground_can_be_read(name, words, ground, least):
    palette = PALETTES[name]
    assert contrast(palette[words], palette[ground]) >= least


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(
    ("sight", "matrix"),
    [("all three cones", None), ("no green", NO_GREEN), ("no red", NO_RED), ("no blue", NO_BLUE)],
)
def test_mind_and_body_look_different_or_are_told_by_icon_and_word(name, sight, matrix):
    palette = PALETTES[name]
    far = distance(palette[MIND], palette[BODY_TONE], matrix)
    assert far >= 20, f"with {sight}: {far:.1f}"


def test_each_theme_has_an_icon_and_a_name_of_its_own():
    """So that none is told by its colour alone, whatever somebody sees of it."""
    assert len(set(THEME_ICONS.values())) == len(Theme) == len({each.label for each in Theme})


@pytest.mark.parametrize("name", PALETTES)
def test_plain_and_strong_palettes_keep_the_themes_and_lose_what_is_pale(name):
    usual = PALETTES[name]
    flat, strong = suited(name, flat=True), suited(name, strong=True)
    assert suited(name) is usual
    for theme in Theme:
        assert flat[fill_of(theme)] == strong[fill_of(theme)] == usual[fill_of(theme)]
    for palette in (flat, strong):
        assert palette.plain
        assert palette[PAPER] == palette[PAPER_LOW]
    for tone in (SOFT, SAND_LINE, CAP_LINE, GLASS_MARK):
        assert contrast(strong[tone], strong[PAPER]) >= 7
        assert contrast(strong[tone], strong[CARD]) >= 7
