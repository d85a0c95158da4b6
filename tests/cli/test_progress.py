"""Progress is for people at a terminal and stays short in logs."""

from io import StringIO

from grantcheck.cli.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_single_file_needs_no_progress() -> None:
    stream = StringIO()

    with Progress(total=1, stream=stream) as progress:
        progress.advance("one.pdf")

    assert stream.getvalue() == ""


def test_a_log_gets_about_twenty_lines_however_many_files_there_are() -> None:
    stream = StringIO()

    with Progress(total=1000, stream=stream) as progress:
        for number in range(1000):
            progress.advance(f"{number}.pdf")

    lines = stream.getvalue().splitlines()
    assert len(lines) == 20
    assert lines[-1] == "1000 av 1000 lästa, senast 999.pdf"


def test_a_terminal_shows_one_line_that_is_drawn_anew_and_removed_at_the_end() -> None:
    stream = Terminal()

    with Progress(total=2, stream=stream) as progress:
        progress.advance("a.pdf")
        progress.say("b.pdf: trasig")
        progress.advance("b.pdf")

    assert stream.getvalue().count("\n") == 1
    assert stream.getvalue().endswith("\r\x1b[2K")
