"""
The five sounds of the game, drawn as sums of soft tones and filtered noise.

Run it to write the WAV files again beside this file: the same numbers give the same sounds.
"""  # noqa: INP001 - A script beside the sounds it writes, not part of a package.

import math
import random
import struct
import wave
from collections.abc import Sequence
from pathlib import Path

RATE = 22_050  # Samples a second: enough for soft sounds, and a second of it is 44 kB.
FULL = 32_767
LOUDEST = 10 ** (-15 / 20)  # Peak of the loudest sound, 15 dB below full scale.
QUIET = 0.6
FADE = 0.012  # Seconds; nothing starts or stops suddenly.

Wave = list[float]


def silence(seconds: float) -> Wave:
    return [0.0] * round(seconds * RATE)


def eased(samples: Wave) -> Wave:
    """The same sound rising gently at its start."""
    rise = round(FADE * RATE)
    begun = [
        value * math.sin(at / rise * math.pi / 2) ** 2 for at, value in enumerate(samples[:rise])
    ]
    return begun + samples[rise:]


def tone(hertz: float, seconds: float, half_life: float, partials: Sequence[float]) -> Wave:
    """
    A struck tone. *partials* are the strengths of the first, second, third ... overtone.

    Higher overtones die sooner, as they do in wood and in bells; the tone halves every
    *half_life* seconds.
    """
    samples = silence(seconds)
    for order, strength in enumerate(partials, start=1):
        turn = 2 * math.pi * hertz * order / RATE
        fall = math.log(2) * order / (half_life * RATE)
        for at in range(len(samples)):
            samples[at] += strength * math.exp(-fall * at) * math.sin(turn * at)
    return eased(samples)


def felt(hertz: float, seconds: float, half_life: float, seed: int) -> Wave:
    """Noise with everything well above *hertz* taken away: cloth, paper, the touch of a finger."""
    chance = random.Random(seed)
    keep = math.exp(-2 * math.pi * hertz / RATE)
    fall = math.log(2) / (half_life * RATE)
    once = twice = 0.0
    samples = []
    for at in range(round(seconds * RATE)):
        once += (1 - keep) * (chance.uniform(-1, 1) - once)
        twice += (1 - keep) * (once - twice)
        samples.append(twice * math.exp(-fall * at))
    return eased(samples)


def swell(samples: Wave, top: float) -> Wave:
    """The same sound rising from nothing, fullest at *top* of its length (0 to 1), and sinking."""
    last = len(samples) - 1
    shaped = []
    for at, value in enumerate(samples):
        along = at / last
        part = along / top if along < top else (1 - along) / (1 - top)
        shaped.append(value * math.sin(part * math.pi / 2) ** 2)
    return shaped


def mixed(*layers: tuple[float, float, Wave]) -> Wave:
    """Layers laid over one another; each is (starts at this second, strength, sound)."""
    ends = [round(start * RATE) + len(sound) for start, _, sound in layers]
    samples = [0.0] * max(ends)
    for start, strength, sound in layers:
        first = round(start * RATE)
        for at, value in enumerate(sound):
            samples[first + at] += strength * value
    return samples


def level(samples: Wave, loudness: float) -> Wave:
    """The same sound with its loudest sample at *loudness*."""
    peak = max(abs(value) for value in samples)
    return [value * loudness / peak for value in samples]


def finished(samples: Wave, loudness: float) -> bytes:
    """16-bit samples with faded ends, the loudest at *loudness* (1 is full scale)."""
    gentle = eased(eased(samples)[::-1])[::-1]
    whole = [round(value * FULL) for value in level(gentle, loudness)]
    return struct.pack(f"<{len(whole)}h", *whole)


def tock(hertz: float, seed: int) -> Wave:
    """One knock of a wooden die on a wooden table."""
    body = tone(hertz, 0.16, 0.018, (1.0, 0.35, 0.12))
    return mixed((0, 1.0, body), (0, 0.5, level(felt(1_400, 0.06, 0.008, seed), 1)))


def roll() -> Wave:
    """A die tumbles and comes to rest: four knocks, each slower and softer than the last."""
    return mixed(
        (0.00, 0.80, tock(392, 1)),
        (0.11, 1.00, tock(330, 2)),
        (0.25, 0.65, tock(370, 3)),
        (0.43, 0.45, tock(311, 4)),
    )


def step() -> Wave:
    """A token with a felt foot is put down."""
    return mixed(
        (0, 1.0, tone(196, 0.12, 0.014, (1.0, 0.15))),
        (0, 0.35, level(felt(600, 0.12, 0.012, 5), 1)),
    )


def turn() -> Wave:
    """A card is turned over: a breath of paper, and a small touch as it lies down."""
    return mixed(
        (0.00, 1.0, level(swell(felt(1_700, 0.34, 1.0, 6), 0.45), 1)),
        (0.27, 0.3, tone(165, 0.12, 0.014, (1.0, 0.1))),
    )


def light() -> Wave:
    """A pane fills with light: two warm notes a fifth apart."""
    soft = (1.0, 0.22, 0.06)
    return mixed(
        (0.00, 0.8, tone(392.0, 1.30, 0.20, soft)),
        (0.20, 1.0, tone(587.3, 1.10, 0.22, soft)),
    )


def chime() -> Wave:
    """The time is up: one bell, far away. The second, mistuned voice makes it shimmer."""
    return mixed(
        (0, 1.0, tone(523.3, 1.30, 0.24, (1.0, 0.0, 0.08))),
        (0, 0.25, tone(524.9, 1.30, 0.24, (1.0,))),
        (0, 0.12, tone(1_413.0, 0.60, 0.08, (1.0,))),
    )


def main() -> None:
    sounds = {
        "roll": (roll(), LOUDEST),
        "step": (step(), LOUDEST * QUIET),
        "turn": (turn(), LOUDEST * QUIET),
        "light": (light(), LOUDEST),
        "chime": (chime(), LOUDEST * QUIET),
    }
    for name, (samples, loudness) in sounds.items():
        path = Path(__file__).with_name(f"{name}.wav")
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(finished(samples, loudness))


if __name__ == "__main__":
    main()
