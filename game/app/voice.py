"""
The machine's own voice, in a child process that may hang or die without touching the game.

Text goes in by its standard input, never through a shell; nothing it says comes back.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from game.tongue import N_, _
from game.values import dataclass

if TYPE_CHECKING:
    from subprocess import Popen


class Speaker(Protocol):
    """Says one text at a time; the newest ends the one before."""

    @property
    def available(self) -> bool: ...

    @property
    def why(self) -> str:
        """A sentence on why there is no voice; empty while there is one."""

    @property
    def voices(self) -> tuple[tuple[str, str], ...]:
        """Voices to choose from besides the usual one: the system's name, and what to call it."""

    def say(self, words: str) -> None: ...

    def say_in(self, parts: Sequence[tuple[str, str]]) -> None:
        """Say words in several languages, one after another: each a language's code and its words."""

    def stop(self) -> None:
        """Be silent at once."""

    def close(self) -> None:
        """Be silent, and leave no process behind."""


NO_VOICE = {
    "win32": N_("Windows PowerShell was not found, and with it no voice to read aloud."),
    "darwin": N_("The command say was not found, and with it no voice to read aloud."),
}
NO_ESPEAK = N_(
    "No voice was found on this machine. Install espeak-ng to have the screen read aloud."
)


@dataclass(frozen=True, slots=True)
class Silent:
    """No voice at all."""

    why: str = NO_ESPEAK
    available: bool = False
    voices: tuple[tuple[str, str], ...] = ()

    def say(self, words: str) -> None:
        del words

    def say_in(self, parts: Sequence[tuple[str, str]]) -> None:
        del parts

    def stop(self) -> None:
        pass

    def close(self) -> None:
        pass


class Recording:
    """Keeps what it is told to say, for tests and for reading over."""

    available = True
    why = ""
    voices: tuple[tuple[str, str], ...] = (("en-gb", N_("British")),)

    def __init__(self) -> None:
        self.said: list[str] = []
        self.languages: list[tuple[str, ...]] = []
        """Of each that was said in several languages, which ones, in order."""
        self.stops = 0

    def say(self, words: str) -> None:
        self.said.append(words)

    def say_in(self, parts: Sequence[tuple[str, str]]) -> None:
        self.said.append("\n".join(words for _, words in parts))
        self.languages.append(tuple(language for language, _ in parts))

    def stop(self) -> None:
        self.stops += 1

    def close(self) -> None:
        self.stop()


@dataclass(frozen=True, slots=True)
class Program:
    """How a system's voice is started: *command* gets words a minute and a voice's name."""

    command: Callable[[int, str], Sequence[str]]
    voices: tuple[tuple[str, str], ...] = ()
    environment: Callable[[str], Mapping[str, str]] = lambda _: {}
    of_language: Callable[[str], str] = lambda _: ""
    """The name of a voice for a language; empty where the usual one has to do."""


# Both numbers are ours, never somebody's text; the words come by standard input, and the voice's
# name by the environment, so that nothing of either can be taken for a command.
_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; $words = [Console]::In.ReadToEnd(); "
    "Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "if ($env:MAP_LANGUAGE) {{ try {{ $voice.SelectVoiceByHints("
    "'NotSet', 'NotSet', 0, [Globalization.CultureInfo]$env:MAP_LANGUAGE) }} catch {{ }} }} "
    "elseif ($env:MAP_VOICE) {{ try {{ $voice.SelectVoice($env:MAP_VOICE) }} catch {{ }} }}; "
    "$voice.Rate = {rate}; $voice.Speak($words)"
)


def espeak(path: str) -> Program:
    """espeak-ng, or the older espeak, which takes the same options."""

    def command(speed: int, voice: str) -> Sequence[str]:
        # -b 1: what comes is UTF-8, whatever the locale says.
        named = ("-v", voice) if voice and not voice.startswith("-") else ()
        return (path, "-b", "1", "-s", str(speed), *named, "--stdin")

    voices = (("en-gb", N_("British")), ("en-gb-scotland", N_("Scottish")))
    return Program(command, voices, of_language=lambda code: code.partition("-")[0].casefold())


def say(path: str) -> Program:
    """The `say` of macOS."""

    def command(speed: int, voice: str) -> Sequence[str]:
        named = ("-v", voice) if voice and not voice.startswith("-") else ()
        return (path, "-r", str(speed), *named, "-f", "-")

    return Program(command)


def sapi(path: str) -> Program:
    """Windows' own voices, through PowerShell."""

    def command(speed: int, voice: str) -> Sequence[str]:
        del voice
        # Its rates run from -10 to 10, a third of the speed to three times; 0 is about 170 words.
        rate = max(-10, min(10, round((speed - 170) / 17)))
        script = _WINDOWS.format(rate=rate)
        return (path, "-NoProfile", "-NonInteractive", "-Command", script)

    def environment(voice: str) -> Mapping[str, str]:
        # A voice for a language is asked for by that; one that somebody chose, by its name.
        by_language = voice.partition(_BY_LANGUAGE)[2]
        return {"MAP_LANGUAGE": by_language} if by_language else {"MAP_VOICE": voice}

    return Program(command, environment=environment, of_language=lambda code: _BY_LANGUAGE + code)


_BY_LANGUAGE = "language:"


class Spoken:
    """
    A voice in a child process, one for each utterance.

    *choices* gives words a minute and the voice's name as they are when something is said. Nothing
    here ever waits for the child: a thread feeds it, and a kill ends it.
    """

    def __init__(self, program: Program, choices: Callable[[], tuple[int, str]]) -> None:
        self._program = program
        self._choices = choices
        self._child: Popen[bytes] | None = None
        self._gone: list[Popen[bytes]] = []
        """Killed, and not yet seen to be dead."""
        self._why = ""
        self._turn = 0
        self._lock = Lock()
        """Held while one child follows another, so that none slips past a stop."""

    @property
    def available(self) -> bool:
        return not self._why

    @property
    def why(self) -> str:
        return self._why

    @property
    def voices(self) -> tuple[tuple[str, str], ...]:
        return self._program.voices

    def say(self, words: str) -> None:
        self.say_in([("", words)])

    def say_in(self, parts: Sequence[tuple[str, str]]) -> None:
        # Brought when somebody first wants to hear something.
        from threading import Thread  # noqa: PLC0415

        self.stop()
        said = [(language, words) for language, words in parts if words]
        if not said or self._why:
            return
        child = self._started(said[0][0])
        if child is None:
            return
        self._child, self._turn = child, self._turn + 1
        # A child that never reads would hold up whoever writes to it.
        Thread(target=self._tell, args=(child, said, self._turn), name="voice", daemon=True).start()

    def _started(self, language: str) -> "Popen[bytes] | None":
        import subprocess  # noqa: PLC0415 - see `say_in`

        speed, voice = self._choices()
        voice = (language and self._program.of_language(language)) or voice
        try:
            return subprocess.Popen(  # noqa: S603 - a fixed command; the words go to its input
                tuple(self._program.command(speed, voice)),
                stdin=subprocess.PIPE,
                # It may write as much as it likes: nobody listens, and no pipe fills up.
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env={**os.environ, **self._program.environment(voice)},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._why = _(
                "The voice of this machine could not be started, so nothing is read aloud."
            )
            return None

    def _tell(self, child: "Popen[bytes]", parts: Sequence[tuple[str, str]], turn: int) -> None:
        """In a thread: feed the child, and when it has done, the next one in its language."""
        waiting = [*parts]
        while True:
            language, words = waiting.pop(0)
            _feed(child, words)
            if language and child.wait() > 0:
                # The machine has no such voice. The usual one says it badly, which beats silence.
                waiting.insert(0, ("", words))
            if not waiting:
                return
            child.wait()
            with self._lock:
                # Whoever stops it, or says something else, has the next turn.
                if turn != self._turn:
                    return
                after = self._started(waiting[0][0])
                if after is None:
                    return
                self._child = child = after

    @property
    def speaking(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def stop(self) -> None:
        with self._lock:
            self._turn += 1
            if self._child is not None:
                self._child.kill()
                self._gone.append(self._child)
                self._child = None
        self._gone = [each for each in self._gone if each.poll() is None]

    def close(self) -> None:
        self.stop()
        for each in self._gone:
            # Killed already; what even that does not end is left to the system.
            _wait_for(each)
        self._gone = []


def _wait_for(child: "Popen[bytes]", seconds: float = 1.0) -> None:
    import subprocess  # noqa: PLC0415 - see `say`

    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _feed(child: "Popen[bytes]", words: str) -> None:
    """Write the words to the child and close its input; a child that has died does not mind."""
    pipe = child.stdin
    if pipe is None:
        return
    left = memoryview(words.encode("utf-8", "replace"))
    with pipe:
        try:
            while left:
                left = left[pipe.write(left) :]
        except OSError:
            return


def find(
    choices: Callable[[], tuple[int, str]],
    *,
    system: str = sys.platform,
    path: Sequence[str] | None = None,
) -> Speaker:
    """The voice of this machine; *path* stands for the folders where programs are looked for."""
    folders = os.get_exec_path() if path is None else path
    if system == "win32":
        found = _program("powershell.exe", folders)
        return Spoken(sapi(found), choices) if found else Silent(NO_VOICE[system])
    if system == "darwin":
        found = _program("say", folders)
        return Spoken(say(found), choices) if found else Silent(NO_VOICE[system])
    found = _program("espeak-ng", folders) or _program("espeak", folders)
    return Spoken(espeak(found), choices) if found else Silent(NO_ESPEAK)


def _program(name: str, folders: Sequence[str]) -> str:
    """Where the program is; the standard library's `which` would bring six modules with it."""
    for folder in folders:
        # Never from the folder the game was started in: anything may lie there.
        path = os.path.join(folder, name)  # noqa: PTH118 - paths cost more than they give here
        if os.path.isabs(folder) and os.access(path, os.X_OK):  # noqa: PTH117
            return path
    return ""
