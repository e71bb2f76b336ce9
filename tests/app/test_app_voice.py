"""The machine's voice: found or not, fed by its standard input, and of no harm when it is ill."""

import shutil
import sys
import threading
import wave
from contextlib import closing

import pytest

from game.app import settings as settings_file
from game.app.voice import NO_ESPEAK, Program, Silent, Spoken, espeak, find, sapi, say

PATIENCE = 20.0
"""Seconds for a child process to do something on a busy machine; hardly any are used."""


def heard_out(speaker):
    speaker._child.wait(PATIENCE)
    assert not speaker.speaking


def voice(script, *, speed=170, name=""):
    """A voice that is a few lines of Python."""
    return Spoken(Program(lambda *_: (sys.executable, "-c", script)), lambda: (speed, name))


def test_the_words_arrive_by_standard_input_whole_and_unchanged(tmp_path):
    heard = tmp_path / "heard.txt"
    script = f"import sys; open({str(heard)!r}, 'wb').write(sys.stdin.buffer.read())"
    words = "Zosia’s “tea”; $(touch x) `id` | & > y\n-v --stdin\n" + "a long scene. " * 9000
    with closing(voice(script)) as speaker:
        speaker.say(words)
        heard_out(speaker)
    assert heard.read_text(encoding="utf-8") == words


@pytest.mark.parametrize(
    "script",
    [
        "while True: pass",
        "import time; time.sleep(600)",
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)",
        "import os; os.abort()",
        "import sys; sys.exit(3)",
        "import sys\nwhile True: sys.stdout.write('x' * 9999); sys.stderr.write('y' * 9999)",
    ],
    ids=["spins", "sleeps", "will not end", "dies", "fails", "floods"],
)
def test_a_voice_that_is_ill_holds_nobody_up_and_leaves_nothing_behind(script):
    speaker = voice(script)
    for number in range(3):
        # More than any pipe holds, so that whoever wrote it all at once would wait for ever.
        speaker.say(f"{number} " * 200_000)
    last = speaker._child
    speaker.close()
    assert last.poll() is not None
    assert speaker._gone == []
    assert speaker.available


def test_a_new_utterance_ends_the_one_before():
    with closing(voice("import time; time.sleep(600)")) as speaker:
        speaker.say("The first.")
        first = speaker._child
        speaker.say("The second.")
        first.wait(PATIENCE)
        assert speaker.speaking


def test_a_voice_that_cannot_be_started_is_given_up_with_a_sentence(tmp_path):
    speaker = Spoken(espeak(str(tmp_path / "gone")), lambda: (170, ""))
    speaker.say("Nobody hears this.")
    assert not speaker.available
    assert "could not be started" in speaker.why
    speaker.say("Nor this.")
    speaker.close()


def test_where_nothing_is_installed_there_is_no_voice_and_a_reason(tmp_path):
    choices = lambda: (170, "")  # noqa: E731
    assert find(choices, system="linux", path=[str(tmp_path)]) == Silent(NO_ESPEAK)
    for system in ("darwin", "win32"):
        assert "not found" in find(choices, system=system, path=[str(tmp_path)]).why


def test_programs_are_never_taken_from_the_folder_the_game_was_started_in(tmp_path, monkeypatch):
    (tmp_path / "espeak-ng").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "espeak-ng").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    assert not find(lambda: (170, ""), system="linux", path=["", "."]).available
    assert find(lambda: (170, ""), system="linux", path=[str(tmp_path)]).available


def test_each_system_is_asked_for_the_speed_and_the_voice_in_its_own_way():
    assert espeak("e").command(210, "en-gb") == (
        *("e", "-b", "1", "-s", "210", "-v", "en-gb"),
        "--stdin",
    )
    assert say("s").command(145, "Fiona") == ("s", "-r", "145", "-v", "Fiona", "-f", "-")
    windows = sapi("p")
    assert "Rate = 2;" in windows.command(210, "x'; calc")[-1]
    assert "calc" not in " ".join(windows.command(210, "x'; calc"))
    assert windows.environment("Hazel") == {"MAP_VOICE": "Hazel"}
    # A voice's name is never an option.
    assert "-w" not in "".join(espeak("e").command(170, "-wfile"))


def test_espeak_speaks_a_real_file_and_longer_when_slower(tmp_path):
    found = shutil.which("espeak-ng")
    assert found, "The tests of read aloud need espeak-ng: install the package espeak-ng."
    lengths = []
    for speed in (120, 320):
        file = tmp_path / f"{speed}.wav"
        plain = espeak(found)
        command = lambda s, v, to=file, of=plain: (*of.command(s, v), "-w", str(to))  # noqa: E731
        with closing(Spoken(Program(command), lambda at=speed: (at, "en-gb"))) as speaker:
            speaker.say("Priya rolls.\nThen choose which way round to walk.")
            heard_out(speaker)
        with wave.open(str(file)) as sound:
            lengths.append(sound.getnframes() / sound.getframerate())
    assert 0.5 < lengths[1] < lengths[0] < 20


def test_the_choice_and_the_speed_are_kept(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"speak": true, "speed": 260, "voice": "en-gb"}', encoding="utf-8")
    kept = settings_file.read(path).settings
    assert (kept.speak, kept.speed, kept.voice) == (True, 260, "en-gb")
    path.write_text('{"speak": "yes", "speed": 1, "voice": 4}', encoding="utf-8")
    kept = settings_file.read(path).settings
    assert (kept.speak, kept.speed, kept.voice) == (False, 170, "")


# Several languages, one after another.


def polyglot(tmp_path, wait=""):
    """A voice that writes down in whose name it was called, and what it was told."""
    heard = tmp_path / "heard.txt"
    script = (
        f"import sys; name = sys.argv[1]; said = sys.stdin.read(); {wait}\n"
        f"open({str(heard)!r}, 'a', encoding='utf-8').write(name + ': ' + said + '\\n')"
    )
    program = Program(
        lambda _speed, name: (sys.executable, "-X", "utf8", "-c", script, name or "usual"),
        of_language=lambda code: f"voice of {code}",
    )
    return Spoken(program, lambda: (170, "")), heard


def settled(speaker):
    """Wait until all children of one utterance have been and gone."""
    for thread in threading.enumerate():
        if thread.name == "voice":
            thread.join(PATIENCE)
    heard_out(speaker)


def test_each_part_is_said_in_its_own_voice_and_in_order(tmp_path):
    speaker, heard = polyglot(tmp_path)
    with closing(speaker):
        speaker.say_in([("", "Meet."), ("ur", "روزا"), ("", ""), ("cy", "Mae Rosa")])
        settled(speaker)
    assert heard.read_text(encoding="utf-8").splitlines() == [
        "usual: Meet.",
        "voice of ur: روزا",
        "voice of cy: Mae Rosa",
    ]


def test_where_the_machine_has_no_such_voice_the_usual_one_says_it(tmp_path):
    speaker, heard = polyglot(tmp_path, wait="name == 'voice of tlh' and sys.exit(1)")
    with closing(speaker):
        speaker.say_in([("tlh", "nuqneH"), ("", "Think.")])
        settled(speaker)
    assert heard.read_text(encoding="utf-8").splitlines() == ["usual: nuqneH", "usual: Think."]


def test_whoever_stops_the_first_part_hears_none_of_the_others(tmp_path):
    speaker, heard = polyglot(tmp_path, wait="import time; time.sleep(600)")
    with closing(speaker):
        speaker.say_in([("", "Meet."), ("ur", "روزا")])
        speaker.stop()
        for thread in threading.enumerate():
            if thread.name == "voice":
                thread.join(PATIENCE)
    assert not speaker.speaking
    assert not heard.exists()


def test_systems_are_asked_for_a_voice_in_their_own_way():
    assert espeak("espeak-ng").of_language("ur-PK") == "ur"
    windows = sapi("powershell.exe")
    assert windows.environment(windows.of_language("ur")) == {"MAP_LANGUAGE": "ur"}
    assert windows.environment("Microsoft Hazel") == {"MAP_VOICE": "Microsoft Hazel"}
