"""The nine lenses: viewpoints that a seat may speak from for one round."""

from enum import StrEnum


class Lens(StrEnum):
    """A viewpoint, never a symptom to act; the value is both the author's key and the name shown."""

    PERSON = "the person"
    CARER = "carer or family"
    CARE_WORKER = "care or support worker"
    NURSE = "nurse"
    GP = "GP"
    ALLIED = "allied health professional"
    SOCIAL_WORKER = "social worker"
    PSYCHOLOGIST = "psychologist or therapist"
    NAVIGATOR = "care navigator or link worker"

    # What a seat may choose instead of a dealt lens.
    SELF = "themselves"
    NONE = "no lens"

    @property
    def key(self) -> str:
        """The short name authors write under `lenses:`, such as `care worker`."""
        return _KEYS[self]


_KEYS = {
    Lens.PERSON: "person",
    Lens.CARER: "carer",
    Lens.CARE_WORKER: "care worker",
    Lens.NURSE: "nurse",
    Lens.GP: "gp",
    Lens.ALLIED: "allied health professional",
    Lens.SOCIAL_WORKER: "social worker",
    Lens.PSYCHOLOGIST: "psychologist",
    Lens.NAVIGATOR: "care navigator",
    Lens.SELF: "self",
    Lens.NONE: "none",
}

# The nine that cards name and rounds deal, in the order in which they rotate.
DEALT: tuple[Lens, ...] = tuple(lens for lens in Lens if lens not in {Lens.SELF, Lens.NONE})
