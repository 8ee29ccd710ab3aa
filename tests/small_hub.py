"""A small invented hub: two areas (Westshire with Ashby and Millford; Norbury), seven services, eight needs."""

from __future__ import annotations

from textwrap import dedent


def _yaml(text: str) -> bytes:
    return dedent(text).strip().encode() + b"\n"


def service(name: str, /, **lines: str) -> bytes:
    """A service file with the given lines over sensible ones."""
    fields = {
        "id": name,
        "name": name.replace("-", " ").title(),
        "kind": "service",
        "status": "live",
        "confidence": "high",
        "words": f"{{en: {{summary: '{name.replace('-', ' ').title()} listens and helps.'}}}}",
        "needs": "[talk]",
        "audiences": "[public, champion, employer]",
        "covers": "[everywhere]",
        "sources": "[{page: 'https://example.org/page'}]",
        "checked": "2026-11-01",
        "review_by": "2027-11-01",
    } | lines
    return "".join(f"{key.rstrip('_')}: {value}\n" for key, value in fields.items()).encode()


def need(name: str, label: str, **lines: str) -> bytes:
    """A need file."""
    fields = {"id": name, "name": f"{{en: {label}}}", "answer": f"{{en: 'About this: {label.lower()}.'}}"} | lines
    return "".join(f"{key.rstrip('_')}: {value}\n" for key, value in fields.items()).encode()


def urgency(name: str, rank: int, block: str, needed: str, services: str) -> bytes:
    """An urgency file."""
    return _yaml(f"""
        id: {name}
        rank: {rank}
        block: {{en: "{block}"}}
        sentence: {{en: "In case of danger, call 999."}}
        afterwards: {{en: "Others who can help:"}}
        need: {needed}
        services: {services}
        told_in_block: [emergency-999]
        """)


def district(name: str, town: str, code: str, lat: float, neighbour: str) -> bytes:
    """A district file."""
    return _yaml(f"""
        id: {name}
        name: {name.title()}
        full_name: {name.title()} District
        towns: [{town}]
        villages: [Deal, Little {town}]
        misspellings: {{{town}e: {town}}}
        postcodes: [{{code: {code}, share: 90.0}}]
        neighbours: [{neighbour}]
        centre: {{lat: {lat}, lon: 0.5}}
        """)


def phrases(needed: str, calm: list[str], **urgent: list[str]) -> bytes:
    """A file of English phrases."""
    lines = [f"need: {needed}", "language: en", "phrases:", *(f'  - "{text}"' for text in calm)]
    if urgent:
        lines.append("urgent:")
    for name, texts in urgent.items():
        lines += [f"  {name}:", *(f'    - "{text}"' for text in texts)]
    return "\n".join(lines).encode() + b"\n"


FILES: dict[str, bytes] = {
    "hub.yaml": _yaml("""
        about: {en: "I am a computer program. Nobody is watching this chat."}
        areas:
          - {id: westshire, name: {en: Westshire}, districts: [ashby, millford]}
          - {id: norbury-area, name: {en: Norbury}, districts: [norbury]}
        always_open:
          public: [national-line]
          champion: [national-line]
          employer: [national-line]
        """),
    "harmful-words.yaml": _yaml("""
        harmful_words:
          - words: [your fault]
            unless: [not]
            why: It blames somebody for what was done to them.
            instead: Say that it is not their fault, and what they can do.
          - words: [couples counselling]
            unless: [never, not]
            why: It sends somebody into a room with the person who hurts them.
            instead: Name help for each of them alone, or leave it out.
        """),
    "languages.yaml": _yaml("""
        languages:
          - {id: en, name: English, english_name: English, script: latin}
          - {id: pl, name: Polski, english_name: Polish, script: latin}
          - {id: ar, name: العربية, english_name: Arabic, script: arabic, direction: rtl}
        """),
    "places.yaml": _yaml("""
        common_words: [Deal]
        before_place: [in, near, live in]
        after_place: [area, council]
        not_a_place_before: [a, big]
        going_to: [moving to]
        outside: [London]
        """),
    "referral.yaml": _yaml("""
        risk_words: {high: [high risk], standard: [standard risk]}
        case_words: {man: [a man]}
        """),
    "districts/ashby.yaml": district("ashby", "Ashbridge", "ZZ1", 51.0, "millford"),
    "districts/millford.yaml": district("millford", "Millhaven", "ZZ2", 51.4, "ashby").replace(b"Deal, ", b""),
    "districts/norbury.yaml": district("norbury", "Norchester", "ZZ9", 53.6, "ashby").replace(b"Deal, ", b""),
    "needs/talk.yaml": need("talk", "Talk to someone", services="[national-line]", common="1"),
    "needs/refuge.yaml": need("refuge", "A safe place", services="[national-line, ashby-outreach]", common="2"),
    "needs/police.yaml": need("police", "Police help", services="[westshire-police]", common="3"),
    "needs/men.yaml": need("men", "Help for men", services="[mens-line]", for_="[men]"),
    "needs/employer_respond.yaml": need(
        "employer_respond",
        "A colleague told me",
        audience="employer",
        services="[national-line]",
        guidance="[employer-told]",
    ),
    "needs/champion_refer.yaml": need("champion_refer", "Refer someone", audience="champion", kind="route"),
    "needs/privacy.yaml": need("privacy", "About this chat", kind="about-chat"),
    "needs/greeting.yaml": need("greeting", "Start here", kind="greeting"),
    "urgency/danger.yaml": urgency(
        "danger", 1, "In danger now: call 999.", "police", "[westshire-police, national-line]"
    ),
    "urgency/self_harm.yaml": urgency("self_harm", 2, "You matter: call 999.", "talk", "[national-line]"),
    "national/emergency-999.yaml": service(
        "emergency-999", phones="[{number: '999', hours: '24/7', free: true}]", needs="[police]"
    ),
    "national/national-line.yaml": service(
        "national-line",
        phones="[{number: '0808 2000 247', hours: '24/7', free: true}]",
        needs="[talk, refuge, police, men, employer_respond]",
    ),
    "national/mens-line.yaml": service(
        "mens-line", phones="[{number: '0808 801 0327', hours: 'Mo-Fr 10:00-17:00'}]", needs="[men, talk]", for_="[men]"
    ),
    "national/womens-line.yaml": service(
        "womens-line", phones="[{number: '020 7251 6577'}]", needs="[men, talk]", for_="[women]"
    ),
    "westshire/ashby-outreach.yaml": service(
        "ashby-outreach",
        covers="[ashby]",
        needs="[refuge, talk]",
        phones="[{number: '01233 680150', hours: 'Mo-Fr 09:00-17:00; PH off'}]",
    ),
    "westshire/westshire-police.yaml": service(
        "westshire-police", covers="[westshire]", needs="[police]", phones="[{number: '101', hours: '24/7'}]"
    ),
    "westshire/ashby-drop-in.yaml": service(
        "ashby-drop-in",
        covers="[ashby]",
        status="draft",
        needs="[talk]",
        reason="No page confirms it.",
        also_called="[Ashby Tuesday Club]",
    ),
    "guidance/employer-told.yaml": _yaml("""
        id: employer-told
        title: {en: An employee told me}
        audiences: [employer]
        needs: [employer_respond]
        steps: [{en: Find a quiet room.}, {en: Listen and believe.}, {en: Ask what would help.}, {en: Write it down.}]
        order: 1
        owner: The hub
        sources: [{page: 'https://example.org/work'}]
        checked: 2026-11-01
        review_by: 2027-11-01
        """),
    "referral-routes/westshire-high.yaml": _yaml("""
        id: westshire-high
        covers: [westshire]
        risk: high
        services: [national-line]
        words:
          en:
            title: High risk in Westshire
            how: Call the national line.
            outside_hours: It is open day and night.
            consent: Ask first.
            ready: The area.
            say: I believe you.
            next: They call back.
            checks_back: Ask them.
        owner: The hub
        sources: [{page: 'https://example.org/route'}]
        checked: 2026-11-01
        review_by: 2027-11-01
        """),
    "phrases/en/talk.yaml": phrases(
        "talk",
        [
            "i need to talk to someone",
            "can somebody listen to me please",
            "i dont know what to do anymore",
            "is there a helpline i can ring",
        ],
        self_harm=["i want to die", "i have taken all the tablets tonight"],
    ),
    "phrases/en/refuge.yaml": phrases(
        "refuge",
        [
            "i need a safe place to stay",
            "is there a refuge near me",
            "we have nowhere to sleep, is there a refuge",
            "refuge tonight",
        ],
    ),
    "phrases/en/police.yaml": phrases(
        "police",
        [
            "i want to report him to the police",
            "will the police come if i report it",
            "he had a knife once years ago, can i still tell the police",
        ],
        danger=[
            "hes kicking the door in",
            "he has got a knife",
            "he is outside now with a knife",
            "help hes hurting me right now",
        ],
    ),
    "phrases/en/men.yaml": phrases(
        "men", ["im a man and my wife hits me", "do you help men who are abused", "help for male victims please"]
    ),
    "phrases/en/employer_respond.yaml": phrases(
        "employer_respond",
        [
            "an employee told me her husband hits her",
            "one of my staff says she is not safe at home",
            "i manage a team and someone told me about abuse",
        ],
    ),
    "phrases/en/champion_refer.yaml": phrases(
        "champion_refer",
        [
            "how do i refer someone high risk",
            "im a champion, who do i refer her to",
            "referral form for someone i support",
        ],
    ),
    "phrases/en/privacy.yaml": phrases(
        "privacy", ["who can see this chat", "do you keep my messages", "are you a real person"]
    ),
    "phrases/en/greeting.yaml": phrases("greeting", ["hello", "hi there", "thanks", "good morning"]),
    "phrases/pl/talk.yaml": phrases("talk", ["nie wiem co robic", "potrzebuje z kims porozmawiac"]).replace(
        b"language: en", b"language: pl"
    ),
}
