"""What an author marks on a card so that a pack can be looked over: where, which way, whose life."""

from enum import StrEnum

from game.tongue import N_, _


class Setting(StrEnum):
    """Where a card is set; the value is how an author writes it."""

    HOME = N_("home")
    GP_PRACTICE = N_("gp practice")
    HOSPITAL = N_("hospital")
    CARE_HOME = N_("care home")
    MENTAL_HEALTH = N_("mental health service")
    COMMUNITY = N_("community")
    """Anywhere else: a council, a college, a shop, a street, a place of worship."""

    @property
    def label(self) -> str:
        """The name people see."""
        return _(self.value)


class Parity(StrEnum):
    """Which way a card looks across the line between mental and physical health."""

    BODY = "body"
    """The physical health of somebody with a mental health problem."""
    MIND = "mind"
    """The mental health of somebody with a physical condition."""
    BOTH = "both"
    """Neither can be told apart from the other here."""


class Strand(StrEnum):
    """Something in a life that a pack ought to meet somewhere."""

    GROWING_UP = "growing up"
    """Children and young people moving to adult services."""
    PREGNANCY = "pregnancy"
    """Pregnancy and early parenthood."""
    LEARNING_DISABILITY = "learning disability"
    DEMENTIA = "dementia"
    """Dementia and delirium."""
    PAIN = "pain"
    """Long-term pain."""
    CANCER = "cancer"
    DIABETES = "diabetes"
    HEART_AND_LUNGS = "heart and lungs"
    FRAILTY = "frailty"
    SUBSTANCE_USE = "substance use"
    CARERS = "carers"
    HOMELESSNESS = "homelessness"
    LANGUAGE_AND_CULTURE = "language and culture"
    MONEY_AND_HOUSING = "money and housing"
    WORK = "work"
