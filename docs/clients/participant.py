#!/usr/bin/env python3
"""A participant of an Eles session in plain Python 3.9 or newer; nothing to install.

    python3 participant.py http://192.168.1.20:3000 K7MR4D

It joins, keeps the view current by patches and checks it against every heartbeat, and sends through an outbox that
survives a crash. Written from docs/protocol/ alone, as an example to start from. Type `help` when it runs.
"""
import argparse
import base64
import decimal
import json
import os
import random
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

PROTOCOL = 1
TEMPORARY = {"rate_limited", "retry", "storage_full", "stopping", "internal"}
HELP = """join GROUP                            speak as one of the groups
write TEXT                            an answer to an open question
write THEME HORIZON TEXT              an idea, where ideas have a place
withdraw IDEA                         take my idea back
vote 1=3 2=1                          dots          (option=dots)
vote 1 3                              approval      (options)
vote 1.importance=5 1.feasibility=2   scores        (option.criterion=point)
vote 2 1=3                            ranking       (best first, = for equals)
vote 1=agree 2=disagree 3=pass        agreement
vote                                  withdraws my ballot
plan GOAL what; who; when; with what; how we know
judge LINE LEVEL                      1 fully agree … 8 cannot accept it
show                                  what the room looks at
status                                what is mine, what is waiting, how often the checksum was right
quit"""


# Canonical JSON and its checksum. Python writes fractions otherwise than ECMAScript: 5.2e-05 is 0.000052 there.

def ecmascript_number(number):
    if isinstance(number, int):
        return str(number)
    if number == int(number) and abs(number) < 1e21:
        return str(int(number))
    sign, digits, exponent = decimal.Decimal(repr(number)).normalize().as_tuple()
    digits = "".join(map(str, digits))
    point = len(digits) + exponent  # where the decimal point stands, counted from the first digit
    if 0 < point <= 21:
        text = digits.ljust(point, "0") if len(digits) <= point else f"{digits[:point]}.{digits[point:]}"
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        power = f"{point - 1:+d}"
        text = f"{digits[0]}{'.' + digits[1:] if digits[1:] else ''}e{power}"
    return ("-" if sign else "") + text


def canonical(value):
    if isinstance(value, dict):
        parts = (f"{canonical(key)}:{canonical(value[key])}" for key in sorted(value))
        return "{" + ",".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return ecmascript_number(value)
    text = json.dumps(value, ensure_ascii=False)
    # Half of a surrogate pair has no UTF-8.
    return "".join(f"\\u{ord(sign):04x}" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


def checksum(view):
    hash_ = 0x811C9DC5
    for byte in canonical(view).encode("utf-8"):
        hash_ = (hash_ ^ byte) * 0x01000193 % 2**32
    return f"{hash_:08x}"


def merge(target, patch):
    """JSON Merge Patch, RFC 7396."""
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge(merged.get(key), value) if isinstance(value, dict) else value
    return merged


def random_id():
    return base64.urlsafe_b64encode(os.urandom(16)).rstrip(b"=").decode()


class Store:
    """My token and what is not yet counted, in a file that is whole after any crash."""

    def __init__(self, path):
        self.path = path
        try:
            with open(path, encoding="utf-8") as file:
                self.kept = json.load(file)
        except FileNotFoundError:
            self.kept = {"token": random_id(), "waiting": []}
            self.save()

    def save(self):
        beside = self.path + ".new"
        # Whoever has the token can act as this person.
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(self.kept, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, self.path)


class Participant:
    def __init__(self, url, code, store, say):
        self.url, self.code, self.store, self.say = url.rstrip("/"), code, store, say
        self.view, self.mine, self.rev = {}, None, -1
        self.syncing, self.asked = False, 0
        self.right = self.wrong = self.gaps = 0
        self.changed = threading.Condition()
        self.over = False

    # Sending: in order, one at a time, the same id again until it is settled.

    def send(self, type_, **fields):
        """Puts a command into the outbox, on the disk before it is on the wire."""
        with self.changed:
            self.store.kept["waiting"].append({"id": random_id(), "type": type_, **fields})
            self.store.save()
            self.changed.notify_all()

    def send_forever(self):
        tries = 0
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.store.kept["waiting"])
                command = self.store.kept["waiting"][0]
            answer = self.post(command)
            if answer is None or answer.get("code") in TEMPORARY or "retryAfterMs" in answer:
                # Unknown or not now: the same command with the same id counts once, however often it is sent.
                tries += 1
                wait = (answer or {}).get("retryAfterMs", min(1000 * 2 ** min(tries, 4), 10000)) / 1000
                time.sleep(wait * random.uniform(1, 1.5))
                continue
            tries = 0
            if answer["ok"]:
                self.say(f"counted {command['type']}")
            else:
                params = "".join(f" {key}={value}" for key, value in answer.get("params", {}).items())
                self.say(f"refused {command['type']}: {answer['code']}{params}")
            with self.changed:
                self.store.kept["waiting"].pop(0)
                self.store.save()
                self.changed.notify_all()

    def post(self, command):
        """The ack; None when it is not known whether the command arrived."""
        request = urllib.request.Request(
            f"{self.url}/api/sessions/{urllib.parse.quote(self.code)}/commands",
            data=json.dumps(command).encode(),
            headers={"Authorization": "Bearer " + self.store.kept["token"]},
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            try:
                return json.load(refused)
            except ValueError:
                return None
        except OSError:
            return None

    # Hearing: Engine.IO by polling, which every network lets through and needs no library.

    def hear_forever(self):
        wait = 0
        while not self.over:
            try:
                self.hear()
                wait = 0
            except (OSError, ValueError, KeyError) as problem:
                self.say(f"no connection ({problem}); trying again")
            time.sleep(wait * random.uniform(0.5, 1.5))
            wait = min(max(1, wait * 2), 10)
        # Nothing can be done here any more; what is waiting stands in the file.
        os._exit(1)

    def hear(self):
        opened = json.loads(self.poll("")[0][1:])
        session = "&sid=" + opened["sid"]
        auth = {"protocol": PROTOCOL, "code": self.code, "role": "participant", "token": self.store.kept["token"]}
        self.push(session, "40" + json.dumps(auth))
        while not self.over:
            for packet in self.poll(session):
                if packet == "2":
                    self.push(session, "3")
                elif packet in ("1", "41"):
                    return
                elif packet.startswith("44"):
                    self.refused(json.loads(packet[2:]))
                elif packet.startswith("42"):
                    self.take(*json.loads(packet[2:]))
                elif packet.startswith("43"):
                    self.answered(json.loads(packet[packet.index("[") :])[0])
            if self.syncing == "wanted":
                self.syncing, self.asked = True, self.asked + 1
                self.push(session, f'42{self.asked}["sync",{{}}]')

    def refused(self, problem):
        code = (problem.get("data") or {}).get("code", "internal")
        self.say(f"refused at the door: {code}")
        if code in TEMPORARY:
            raise OSError(code)
        self.over = True

    def take(self, event, message=None):
        with self.changed:
            if event == "snapshot":
                self.keep(message)
            elif event == "mine":
                self.mine = message["mine"]
            elif event == "patch" and not self.syncing:
                if message["base"] == self.rev:
                    before = self.view
                    self.view, self.rev = merge(self.view, message["patch"]), message["rev"]
                    self.tell(before)
                else:
                    self.gaps += 1
                    self.syncing = "wanted"
            elif event == "heartbeat" and not self.syncing:
                if message["rev"] == self.rev and message["hash"] == checksum(self.view):
                    self.right += 1
                else:
                    self.wrong += 1
                    self.syncing = "wanted"
            self.changed.notify_all()

    def answered(self, answer):
        with self.changed:
            if "view" in answer:
                self.keep(answer)
            elif self.syncing:
                self.syncing = "wanted"

    def keep(self, snapshot):
        before = self.view
        self.view, self.rev, self.syncing = snapshot["view"], snapshot["rev"], False
        self.mine = snapshot.get("mine", self.mine)
        self.tell(before)

    def tell(self, before):
        """Shows the step again when it is another one, or in another state."""
        def of(view):
            step = view.get("activity", {})
            return view.get("session", {}).get("phase"), step.get("id"), step.get("status"), step.get("revealed")
        if of(before) != of(self.view):
            self.show()

    def poll(self, session):
        url = f"{self.url}/socket.io/?EIO=4&transport=polling{session}"
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.read().decode().split("\x1e")

    def push(self, session, packet):
        url = f"{self.url}/socket.io/?EIO=4&transport=polling{session}"
        with urllib.request.urlopen(urllib.request.Request(url, data=packet.encode()), timeout=10) as answer:
            answer.read()

    # What a person sees and types.

    def show(self):
        view, lang = self.view, self.lang
        phase = view.get("session", {}).get("phase")
        step = view.get("activity")
        if not self.mine:
            self.say("groups: " + ", ".join(f"{group['id']} ({group['name'][lang]})" for group in view["groups"]))
        if phase != "live" or step is None:
            self.say({"lobby": "it has not begun", "ended": "it has ended"}.get(phase, "please wait"))
            return
        revealed = ", results shown" if step["revealed"] else ""
        self.say(f"[{step['kind']}, {step['status']}{revealed}] {step['title'][lang]}: {step['prompt'][lang]}")
        if step["kind"] == "collect":
            self.say("themes: " + ", ".join(theme["id"] for theme in view["themes"]))
            self.say("horizons: " + ", ".join(step["horizonIds"]))
        for number, text in enumerate(self.choices(step), 1):
            self.say(f"  {number}. {text}")

    def choices(self, step):
        """What can be chosen in this step, as texts in the order of their numbers."""
        if step["kind"] == "vote":
            figures = step.get("results") or step.get("approvals") or step.get("scores") or step.get("agreement") or {}
            ranks = {id_: f" (rank {figure['rank']})" for id_, figure in figures.items() if "rank" in figure}
            return [option["heading"]["text"] + ranks.get(option["id"], "") for option in step["options"]]
        if step["kind"] == "plan":
            return [goal["text"]["text"] for goal in step["goals"]]
        if step["kind"] == "endorse":
            return [line["text"]["text"] for line in step["lines"]]
        return []

    def do(self, line):
        """One typed line. ValueError or IndexError when it makes no sense here."""
        verb, _, rest = line.strip().partition(" ")
        step = self.view.get("activity", {})
        here = {"activityId": step.get("id", "")}
        if verb == "join":
            self.send("participant.join", groupId=rest)
        elif verb == "write":
            place = {}
            if step.get("kind") == "collect":
                theme, horizon, rest = rest.split(" ", 2)
                place = {"themeId": theme, "horizonId": horizon}
            self.send("idea.submit", **here, ideaId=random_id(), text=rest, lang=self.lang, **place)
        elif verb == "withdraw":
            self.send("idea.withdraw", ideaId=rest)
        elif verb == "vote" and not rest:
            self.send("ballot.withdraw", **here)
        elif verb == "vote":
            self.send("ballot.cast", **here, **self.ballot(step, rest.split()))
        elif verb == "plan":
            number, rest = rest.split(" ", 1)
            fields = [field.strip() for field in rest.split(";")] + [""] * 4
            names = ("what", "who", "byWhen", "means", "sign")
            goal = step["goals"][int(number) - 1]["id"]
            details = dict(zip(names, fields))
            self.send("action.submit", **here, actionId=random_id(), goalId=goal, lang=self.lang, **details)
        elif verb == "judge":
            number, level = map(int, rest.split())
            line_id = step["lines"][number - 1]["id"]
            self.send("endorsement.give", **here, lineId=line_id, level=level)
        elif verb == "show":
            self.show()
        elif verb == "status":
            receipt = self.mine["receipt"] if self.mine else "none yet"
            waiting = len(self.store.kept["waiting"])
            self.say(f"receipt {receipt}; waiting {waiting}; checksums right {self.right}, wrong {self.wrong}; gaps {self.gaps}")
        elif verb:
            self.say(HELP)

    def ballot(self, step, words):
        def option(number):
            return step["options"][int(number) - 1]["id"]
        method = step["method"]
        if method == "approval":
            return {"approved": [option(word) for word in words]}
        if method == "ranking":
            return {"ranked": [[option(number) for number in word.split("=")] for word in words]}
        pairs = [word.split("=") for word in words]
        if method == "dots":
            return {"choices": [{"option": option(number), "dots": int(dots)} for number, dots in pairs]}
        if method == "agreement":
            return {"answers": [{"option": option(number), "answer": answer} for number, answer in pairs]}
        return {
            "scores": [
                {"option": option(place.split(".")[0]), "criterion": place.split(".")[1], "score": int(point)}
                for place, point in pairs
            ]
        }


def main():
    ask = argparse.ArgumentParser(description="Takes part in an Eles session.")
    ask.add_argument("url", help="for example http://192.168.1.20:3000")
    ask.add_argument("code", help="the join code")
    ask.add_argument("--lang", default="ky", choices=["ky", "ru", "en"])
    ask.add_argument("--keep", help="file for my token and what is not yet counted (eles-CODE.json)")
    arguments = ask.parse_args()
    kept = arguments.keep or f"eles-{arguments.code}.json"
    person = Participant(arguments.url, arguments.code, Store(kept), lambda text: print(text, flush=True))
    person.lang = arguments.lang
    for work in (person.hear_forever, person.send_forever):
        threading.Thread(target=work, daemon=True).start()
    for line in sys.stdin:
        if line.strip() == "quit":
            break
        try:
            person.do(line)
        except (ValueError, IndexError, KeyError):
            person.say("that does not fit what the room is doing; `help` says how")
    # What is in the outbox is sent first; if that takes too long it is kept for the next time.
    with person.changed:
        person.changed.wait_for(lambda: not person.store.kept["waiting"], timeout=15)


if __name__ == "__main__":
    main()
