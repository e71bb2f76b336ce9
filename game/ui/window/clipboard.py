"""The system's clipboard, as far as pygame reaches it."""

import pygame


class SystemClipboard:
    """Copies and pastes plain text; an unreachable clipboard is an empty one."""

    def copy(self, text: str) -> None:
        try:
            pygame.scrap.put_text(text)
        except pygame.error:
            return

    def paste(self) -> str:
        try:
            return pygame.scrap.get_text()
        except pygame.error:
            return ""
