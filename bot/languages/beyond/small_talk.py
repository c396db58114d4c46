"""What people say to each other, asks no article, and often begins as a question does: about anything, in one
language, for an encoder finds what is like it in others."""

TALK = (
    "Are you coming with us tomorrow?",
    "Who wants to play football on Saturday?",
    "Where did you put my jacket?",
    "How was your weekend?",
    "Is the restaurant still open this late?",
    "Can you send me that video?",
    "Who taught you to talk like that?",
    "What are we eating tonight?",
    "Did anybody water the plants?",
    "How old is your daughter now?",
    "Time flies, it has been so long.",
    "Why am I even reading this?",
    "Haha, very funny.",
    "Who asked you?",
    "When are you going to sleep?",
    "Have you seen the match yesterday?",
    "Which bus are you taking home?",
    "How much do I owe you for the tickets?",
    "Who is free for a coffee?",
    "What do you think, guys?",
    "Is it raining where you are?",
    "What was the name of that film again?",
    "Does anyone have a charger?",
    "Are you serious?",
)
