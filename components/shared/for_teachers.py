"""What the page for teachers says, in the app and before it runs. Pure."""

WORDS = """
**The same round for everybody.** Choose what it is about; the link, or its code on the projector, opens
the same questions in the same order for each of your class. Example:
[ten questions on the gluteals](./quiz?set=gluteals&seed=7&count=10).

**For an exam.** *Nerves*, *Neighbours* and *Compartments and groups* ask what lies in no picture: which nerve is hurt,
what lies under what, what shares a compartment. Example:
[ten questions on the hamstrings](./quiz?set=hamstrings&seed=7&count=10&modes=together,nerve,near).
Where texts differ, nothing is asked.

**The slip.** At the end everybody has a slip with score, what was missed, and a code; they copy, save or print it. The
code holds which answers were right, so that you can check a slip here: paste all of it, or its code. It
catches slips of the pen, not somebody
who sets out to forge one.

**A lesson as a tour.** Add the screens that you will show to a [tour](./tours), with a line each; play it with a
clicker, print it for the class, send its link. Example:
[a first lesson on the hip's muscles](./tours?open=first_lesson).

**In your course page.** The picture, or a round, can stand in a page of your course and listen to it:
[choose, try and copy](./embedding).

**Without a network.** [The pocket edition](./pocket) is HipChain as one file of 5 MB, for a USB stick or where web
sockets are blocked: pictures, cards, rolling, evidence, pain and stop signs, without quiz, lab and handout.

**What is kept.** Of a round nothing. No names, no scores, no accounts: it leaves no trace on the server or in the
browser.

**Good to know.** Two classes on the same version of HipChain get the same questions; a new version may change some.
In front of the class, the switch *Presenter* makes type and picture large; [Follow](./follow) shows what you show on
everybody's own device. Under *Quiz* are flash cards for Anki.
"""
