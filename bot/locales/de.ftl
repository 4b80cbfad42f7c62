# Deutsch. Was ein Artikel sagt, wird nie übersetzt; Werte sind schon als Markdown gesichert.

## Names of things

count-article = { $number ->
    [one] 1 Artikel
   *[other] { $number } Artikel
}
count-sentence = { $number ->
    [one] 1 Satz
   *[other] { $number } Sätze
}
count-quotation = { $number ->
    [one] 1 Zitat
   *[other] { $number } Zitate
}
count-speaker = { $number ->
    [one] 1 zitierte Person oder Organisation
   *[other] { $number } zitierte Personen und Organisationen
}
type-person = Person
type-organisation = Organisation
type-outlet = Medium
type-group = Gruppe
untitled = Artikel ohne Titel
another-article = ein anderer Artikel
from-feed = Text aus dem Feed, weil die Seite nicht lesbar ist

## Passages

goes-on = … Im Artikel geht die Stelle weiter.
kind-direct = wörtliches Zitat
kind-indirect = sinngemäß wiedergegeben
kind-mixed = teils wörtlich zitiert
said = — { $speaker }, { $kind }{ $reported }
said-in-list = — { $mention }{ $kind }{ $reported }
said-thought = — { $speaker }, wiedergegeben als Gedanke{ $reported }
said-intended = — { $speaker }, wiedergegeben als Absicht{ $reported }
said-nobody = — Worte des Artikels selbst{ $outlet }, kein Zitat
reported-by = , laut { $outlet }
speaker-mention-only = { $mention } (wer das ist, sagt der Artikel nicht)
speaker-unnamed = jemand, der nicht genannt wird
also-in = Auch in { $others }
also-in-more = { $more ->
    [one] Auch in { $others } und einem weiteren
   *[other] Auch in { $others } und { $more } weiteren
}

## Answers

public-foot = Aus der öffentlichen Sammlung: Dieser Server hat noch keine eigenen Artikel.
about = Thema: { $topic }
also-called = auch { $names }
undated = Ohne Datum
latest-quoted = zuletzt { $day }
figures-quoted = { $quotations } in { $articles }
silence-nothing = Nichts in der Sammlung beantwortet das.
silence-empty-library = Hier gibt es noch keine Artikel.
silence-unknown-speaker = Kein Artikel hier zitiert { $subject }.
silence-unknown-outlet = Kein Artikel hier ist von { $subject } oder beruft sich darauf.
silence-unknown-name = Kein Artikel hier erwähnt { $subject }.
silence-no-words = Kein Artikel hier enthält ein Wort dieser Frage.
silence-no-fit = Keine Stelle hier beantwortet diese Frage gut genug.
silence-not-about = So wird { $subject } hier nicht zitiert.
silence-no-dates = Kein Artikel aus diesen Tagen beantwortet das.
silence-no-question = Darin steht keine Frage. Frag, was jemand gesagt hat oder was geschehen ist.
silence-other-language = Die Artikel hier sind auf Englisch. Frag auf Englisch oder mit den Namen, die darin vorkommen.
did-you-mean = Meintest du das hier?
nobody-quoted = In dieser Sammlung wird noch niemand zitiert.
who-is-quoted = Wer zitiert wird
speakers-all = { $speakers } in dieser Sammlung
speakers-first = Die ersten { $number } in dieser Sammlung
ask-help = Frag mich, was jemand gesagt hat, wer etwas gesagt hat oder was die Artikel zu einem Thema sagen.
ask-elsewhere = Dieser Server will Antworten in { $where }. Frag mich dort oder mit { COMMAND("ask") }: Dann siehst nur du die Antwort.
ask-too-long = Bitte frag mit höchstens { $most } Zeichen.
found = Gefunden: Die Antwort steht im Kanal.
shared-by = Geteilt von { $who }
shared-verdict = Geteilt von { $who } · zu [dieser Nachricht]({ $link })
share-elsewhere = Dieser Server zeigt Antworten nur in anderen Kanälen, hier lässt sich nichts teilen.
context-heading = Der Zusammenhang
button-context = Zusammenhang
button-source = Quelle
button-card = Zitatkarte
button-more = Mehr
button-by = Mehr von { $speaker }
button-others = Andere dazu
button-report = Falsche Person?
button-share = Teilen
button-shared = Geteilt
button-delete = Löschen
button-previous = Zurück
button-next = Weiter
page-of = { $page } von { $pages }
passage-of = Stelle { $page } von { $pages }
shared = Geteilt: Es steht jetzt im Kanal.
deleted = Gelöscht.
others = Andere dazu
others-none = Kein Artikel hier zitiert sonst jemanden dazu.
choose-passage = Eine davon öffnen…

## Articles

articles-none = Dieser Server hat noch keine Artikel
latest-articles = Die neuesten Artikel
by-authors = Von { $authors }
nobody-quoted-here = In diesem Artikel wird niemand zitiert.
nobody = niemand, der genannt wird
removed = Entfernt: { $title }. Kein Feed bringt ihn zurück. Mit { COMMAND("article restore") } geht es noch 30 Tage lang.
restored = Wiederhergestellt: { $title }
undone = Zurückgenommen: { $title }. Daraus wird nicht mehr geantwortet.
edited = Gespeichert: { $title }
outcome-added = Hinzugefügt: { $title }
outcome-updated = Aktualisiert: { $title }
outcome-unchanged = Schon in der Sammlung, unverändert: { $title }
outcome-withheld = Ausgelassen, weil er früher entfernt wurde: { $title }
adding = { $done } von { $of } hinzugefügt…
adding-done = { $number ->
    [one] 1 Artikel angesehen
   *[other] { $number } Artikel angesehen
}
adding-others = { $number ->
    [one] … und 1 weiterer
   *[other] … und { $number } weitere
}
add-too-large = { $name } ist größer als { $most } MB. Speichere nur den Text des Artikels und versuch es noch einmal.
add-too-many = Bitte höchstens { $most } Artikel auf einmal.
add-no-link = Darin ist kein Link; ein Link beginnt mit https://.
add-nothing-in-message = In dieser Nachricht ist nichts zum Hinzufügen: keine Datei, kein Link, kein Text.
choose-article = Einen davon öffnen…
choose-person = Was wurde gesagt? Person wählen…
button-add = Artikel hinzufügen
button-edit = Bearbeiten
button-take-back = Rückgängig
button-remove = Entfernen
edit-title = Artikel bearbeiten

## The form for pasted text

paste-title = Artikel hinzufügen
paste-text = Text oder Links
paste-text-hint = Der Text mit der Überschrift in der ersten Zeile, oder Links zu Artikeln
paste-files = Dateien
paste-files-again = Die Dateien müssen noch einmal gewählt werden.
paste-headline = Überschrift
paste-outlet = Erschienen in
paste-link = Link
paste-date = Datum
paste-name = Der eingefügte Text
paste-back = Zurück zum Formular
paste-nothing = Das Formular ist leer: Gib eine Datei, einen Link oder den Text des Artikels an.
paste-link-of-several = Das Feld Link gilt für eine Datei oder einen Text: Lass es leer oder füge sie einzeln hinzu.
paste-bad-link = Der Link muss eine ganze http- oder https-Adresse sein, etwa https://example.com/story.
paste-bad-date = Das Datum muss als Jahr-Monat-Tag geschrieben sein, etwa 2026-02-14.

## Who said this?

trace-exact = ✅ Wort für Wort
trace-near = ☑️ Fast Wort für Wort
trace-altered = ⚠️ Nicht mit diesen Worten
trace-closest = 🔎 Kein Artikel hat diese Worte; das kommt am nächsten
trace-wrong-speaker = ❌ Das hat jemand anderes gesagt
trace-unclear-speaker = ❔ Die Worte stehen im Artikel, aber nicht sicher von dieser Person
trace-none = 🤷 Nicht in der Sammlung
trace-none-more = Kein Artikel hier hat diese Worte oder ähnliche. Gesagt worden sein können sie trotzdem.
trace-no-words = In dieser Nachricht steht kein Text.
trace-hidden = Discord zeigt mir die Nachricht nicht, auf die du antwortest. Klick sie mit rechts an (am Handy: lange drücken), dann auf Apps und *Wer hat das gesagt?*
trace-posted = Gepostet: { $posted }
trace-changes = Was abweicht: ~~gepostet~~ **im Artikel**
trace-claim-right = Die Nachricht nennt { $claimed }, der Artikel auch.
trace-claim-wrong = Laut Nachricht war das { $claimed }. Laut Artikel war es { $speaker }.
trace-claim-unclear = Die Nachricht nennt { $claimed }. Ob das stimmt, sagt der Artikel nicht.
trace-claim-nobody = Laut Nachricht war das { $claimed }. Im Artikel ist es kein Zitat, sondern dessen eigener Text.

## Quote cards

card-nobody = Worte des Artikels selbst
card-no-quotation = kein Zitat
card-thought = wiedergegeben als Gedanke
card-intended = wiedergegeben als Absicht
card-missing = Wer diesen Bot betreibt, hat keine Zitatkarten installiert.
card-impossible = Davon gibt es kein Bild: Die Stelle hat Zeichen, die in keiner Schrift des Bots vorkommen.

## Reports of wrong speakers

report-title = Falsche Person?
report-speaker = Wer hat das gesagt?
report-speaker-hint = Leer lassen, wenn niemand genannt wird
report-note = Woher weißt du das?
report-waits = Sag mir, was daraus wird
report-waits-more = Als Direktnachricht, sobald es erledigt ist.
report-thanks = Danke. Die Moderation dieses Servers sieht es sich an.
reports-none = Es gibt keine offenen Meldungen.
report-heading = Meldung { $at } von { $of }
report-shown = Angezeigt als Worte von { $speaker }, in: { $title }
report-by = Gemeldet von { $who } { $when }
report-suggests = Vorschlag: { $speaker }
report-note-line = Anmerkung: { $note }
report-others = { $number ->
    [one] … und 1 weitere Meldung dazu
   *[other] … und { $number } weitere Meldungen dazu
}
report-gone = Diese Stelle ist nicht mehr in der Sammlung.
report-corrected = Berichtigt; das bleibt, auch wenn der Artikel noch einmal hinzugefügt wird. Jetzt: { $speaker }.
report-dismissed = Abgelehnt: Es bleibt bei der Person wie bisher.
report-also = { $number ->
    [one] Noch eine Meldung dazu ist damit erledigt.
   *[other] { $number } weitere Meldungen dazu sind damit erledigt.
}
report-was-corrected = Berichtigt von { $who }
report-was-dismissed = Angesehen von { $who }: stimmt so
report-changed = Der Vorschlag hat sich seitdem geändert. Sieh noch einmal in { COMMAND("reports") } nach.
told-heading = Deine Meldung auf { $server }
told-corrected = Berichtigt, danke. Jetzt heißt es:
told-dismissed = Die Moderation hat es sich angesehen. Es bleibt, wie es war:
button-accept = Es war { $speaker }
button-other = Jemand anderes…
button-dismiss = Stimmt so
correct-title = Wer hat das gesagt?
correct-speaker = Person oder Organisation
correct-hint = Leer: niemand, der genannt wird

## What moderators changed, and taking it back

changes-speakers = Berichtigte Zitate
changes-speakers-none = Noch kein Zitat wurde berichtigt.
changes-names = Geänderte Namen
changes-names-none = Noch kein Name wurde geändert.
changes-number = { $number ->
    [one] 1 Änderung
   *[other] { $number } Änderungen, die neueste zuerst
}
button-changes-speakers = Zitate ({ $number })
button-changes-names = Namen ({ $number })
button-undo = Zurücknehmen
change-speaker = { $speaker }, in: { $title }
change-merge = { $names } und { $into } sind dieselbe Person
change-rename = { $names } wird als { $into } angezeigt
change-split = { $into } ist jemand anderes als { $names }
change-by = Berichtigt von { $who } { $when }
change-dormant = wirkt gerade nicht: Der Artikel enthält diese Worte nicht
change-undone = Zurückgenommen: { $what }

## Names of people

person-merged = { $other } und { $person } sind ab jetzt dieselbe Person, angezeigt als { $person }.
person-renamed = { $person } wird ab jetzt als { $name } angezeigt.
person-split = { $alias } ist ab jetzt jemand anderes als { $person }.

## Feeds

feeds = Feeds
feeds-none = Dieser Server hat keine Feeds. Mit { COMMAND("feed add") } kommt einer dazu.
feed-added = Abonniert: { $feed }. Darin stehen { $articles }, die im Hintergrund dazukommen. Wie weit das ist, zeigt { COMMAND("feed list") }.
feed-again = Schon abonniert: { $feed }. Darin stehen { $articles }; { COMMAND("feed edit") } ändert Name und Kanal.
feed-edited = Gespeichert: { $feed }
feed-edit-title = Feed bearbeiten
feed-edit-name = Name
feed-edit-announced = Neue Artikel ankündigen
feed-edit-announce = Wo
feed-edit-settings = Wie in den Einstellungen
feed-removed = Nicht mehr abonniert: { $feed }. Seine Artikel bleiben.
feed-unknown = Hier gibt es keinen Feed { $feed }; wähle einen aus der Liste.
feed-checked = abgefragt { $when }
feed-new = noch nicht abgefragt
feed-next = wieder { $when }
feed-counts = { $added } hinzugefügt, { $gone } verschwunden, { $failed } fehlgeschlagen
feed-announced = angekündigt in { $where }
feed-announced-settings = angekündigt, wo { COMMAND("settings") } es sagt
feed-announced-nowhere = nirgends angekündigt
feed-resting = Ruht: Beim Lesen ist der Bot { $times }-mal nacheinander abgestürzt. Frag ihn ab, sobald die Seite in Ordnung ist, oder beende ihn.
feed-limited = Die Feeds dieses Servers haben aufgebraucht, was sie in einer Stunde lesen dürfen; der Rest folgt beim nächsten Mal.
button-check = { $feed } abfragen
poll-failed = { $feed } konnte nicht gelesen werden: { $error }
poll-unchanged = { $feed }: nichts Neues.
poll-limited = { $feed }: Die Feeds dieses Servers haben aufgebraucht, was sie in einer Stunde lesen dürfen; weiter geht es { $when }.
poll-read = { $feed }:
announced-from = Neu von { $feed }
announced-quoted = Zitiert: { $names }
quoted-more = { $more ->
    [one] { $names } und noch jemand
   *[other] { $names } und { $more } weitere
}
preview-none = So wie es eingestellt ist, würde hier kein Artikel angekündigt.
button-quoted = Wer wird zitiert?

## Alerts

alerts = Benachrichtigungen
alerts-none = Du hast auf diesem Server keine Benachrichtigungen. Mit { COMMAND("alert add") } kommt eine hinzu.
alert-topic = zu { $topic }
alert-outlet = in { $outlet }
alert-set = 🔔 Benachrichtigung gesetzt: { $subject }
alert-told-alone = Steht das in einem neuen Artikel, bekommst du das Zitat als Direktnachricht. Beenden kannst du sie in der Nachricht, die du gerade bekommen hast, oder mit { COMMAND("alert list") }.
alert-told-in = Steht das in einem neuen Artikel, erscheint das Zitat in { $where }. Beenden lässt sie sich mit { COMMAND("alert list") }.
alert-unknown = Dieser Name kommt hier noch in keinem Artikel vor.
alert-welcome = 🔔 Steht das in einem neuen Artikel auf { $server }, schicke ich dir hier das Zitat: { $subject }
alert-foot = Deine Benachrichtigung auf { $server }
alert-foot-channel = Eine Benachrichtigung dieses Servers
alert-more = { $number ->
    [one] 1 weiteres Zitat: { COMMAND("quotes") } und { COMMAND("ask") } finden es auf dem Server.
   *[other] { $number } weitere Zitate: { COMMAND("quotes") } und { COMMAND("ask") } finden sie auf dem Server.
}
alert-ended = 🔕 Benachrichtigung beendet: { $subject }
alert-to-you = geht an dich, als Direktnachricht
alert-to-channel = erscheint in { $where }
alert-refused = Die letzte Nachricht kam nicht an: Erlaube Direktnachrichten von diesem Server.
alert-refused-channel = Die letzte Nachricht konnte nicht erscheinen: Ich muss den Kanal sehen und darin schreiben dürfen.
alert-nothing = Wonach soll ich Ausschau halten? Nenne eine Person, ein Thema oder ein Medium.
alert-no-words = Darin steht kein Wort, nach dem ich Ausschau halten kann. Nimm eins, das in Artikeln vorkommt.
alert-too-many = Es gibt schon { $most } Benachrichtigungen. Beende erst eine: { COMMAND("alert list") }.
alert-closed = Ich darf dir keine Direktnachrichten schicken, darum wurde nichts gesetzt. Erlaube sie in den Privatsphäre-Einstellungen dieses Servers und versuch es noch einmal.
alert-closed-channel = Ich darf in #{ $channel } nicht schreiben, darum wurde nichts gesetzt.
alert-not-yours = Diese Benachrichtigung gehört jemand anderem.
alert-channel = Benachrichtigungen eines Kanals beendet nur, wer den Server verwalten darf.
button-end-alert = Beenden
button-end-listed = Beenden: { $alert }

## Settings and the record

settings = Einstellungen
setting-channels = Wo Antworten zu sehen sind
setting-channels-more = Anderswo sieht sie nur, wer gefragt hat. Nichts gewählt heißt überall.
setting-channels-none = Überall
setting-private = Wer eine Antwort sieht
setting-private-more = Die Option „privat“ eines Befehls geht vor.
setting-private-yes = Nur wer gefragt hat
setting-private-no = Alle im Kanal
setting-adders = Wer Artikel hinzufügen darf
setting-adders-more = Außer allen, die den Server verwalten dürfen.
setting-adders-none = Sonst niemand
setting-announcements = Wo neue Artikel angekündigt werden
setting-announcements-more = Ein Feed mit eigenem Kanal wird dort angekündigt.
setting-announcements-none = Nirgends
setting-reports = Wo Meldungen falscher Personen erscheinen
setting-reports-more = Mit Knöpfen, die sie erledigen. Nimm einen Kanal für die Moderation: Er zeigt, wer gemeldet hat.
setting-reports-none = Nirgends; sie stehen in /meldungen
setting-reports-closed = In diesem Kanal darf ich nicht schreiben.
setting-reports-open = Diesen Kanal sehen alle Mitglieder.
setting-language = Sprache
setting-language-more = Was Artikel sagen, wird nie übersetzt.
language-discord = Wie im Discord der Lesenden
language-en = English
language-de = Deutsch
button-announcing = Ankündigungen und Überblick
announcing = Ankündigungen und Überblick
announcing-in = Neue Artikel werden in { $where } angekündigt, die eines Feeds mit eigenem Kanal dort.
announcing-nowhere = Neue Artikel werden noch nirgends angekündigt: Wähle in den Einstellungen einen Kanal oder ein Forum.
setting-announce_added = Artikel, die jemand hinzufügt
setting-announce_added-more = Werden angekündigt wie die aus Feeds.
setting-announce_thread = Ein Thread zu jeder Ankündigung
setting-announce_thread-more = In einem Forum ist jede ohnehin ein Beitrag.
setting-announce_role = Wer einen Ping bekommt
setting-announce_role-more = Eine Rolle, bei jeder Ankündigung. Discord pingt sie nur, wenn jeder sie erwähnen darf oder der Bot alle Rollen.
setting-announce_role-none = Niemand
setting-filter = Welche Artikel
setting-digest_in = Wo der Überblick erscheint
setting-digest_in-more = Wer am meisten zitiert wurde, und die stärksten Zitate.
setting-digest_in-none = Nirgends
setting-digest = Wie oft
setting-digest-more = Morgens (7:00 UTC), der wöchentliche am Montag. Ohne neue Artikel gibt es keinen.
digest-never = Nie
digest-day = Jeden Tag
digest-week = Jede Woche
digest-heading-day = Der Tag bis zum { $day }
digest-heading-week = Die Woche bis zum { $day }
digest-quoted = Am meisten zitiert: { $names }
digest-nothing = In dieser Zeit wurde nichts Neues zitiert, also gäbe es keinen Überblick.
switch-on = An
switch-off = Aus
button-filter = Auswählen…
button-preview = Vorschau
button-digest = Vorschau des Überblicks
button-articles = Alle Artikel daraus
filter-title = Welche Artikel werden angekündigt?
filter-people = Zitiert wird: jemand von diesen
filter-outlets = Erschienen in oder Quelle: eins von diesen
filter-words = Es geht um: eins von diesen
filter-hint = Mit Kommas dazwischen. Leer: alle.
filter-none = Alle.
filter-set-people = zitieren { $names }
filter-set-outlets = sind aus { $names }
filter-set-words = handeln von { $names }
button-records = Letzte Handlungen
records = Was die Moderation getan hat
records-none = Hier hat die Moderation noch nichts getan.
act-add = hinzugefügt:
act-remove = entfernt:
act-restore = wiederhergestellt:
act-edit = bearbeitet:
act-correct = Person berichtigt in
act-dismiss = Meldung abgelehnt zu
act-undo-speakers = Berichtigung zurückgenommen in
act-undo-names = Namensänderung zurückgenommen:
act-merge = Namen zusammengelegt zu
act-rename = umbenannt:
act-split = Namen getrennt von
act-feed-add = abonniert:
act-feed-edit = Feed bearbeitet:
act-feed-remove = Abo beendet:
act-feed-check = abgefragt:
act-settings = eingestellt:
act-alert-add = Benachrichtigung gesetzt:
act-alert-end = Benachrichtigung beendet:

## Help, about, privacy

welcome = Hallo, ich bin Onrecord
welcome-more = { COMMAND("help") } nennt alles Weitere. Was gefragt wird, wird nicht gespeichert: { COMMAND("privacy") }
first-steps =
    {""}**1.** Die Moderation fügt einen Artikel hinzu, als Datei, Link oder Text: { COMMAND("article add") } oder der Knopf darunter
    {""}**2.** Alle fragen ihn: { COMMAND("ask") } oder mit einer Erwähnung von mir. Ein Rechtsklick auf eine Nachricht, dann Apps, { COMMAND("Who said this?") }, findet, von wem ist, was sie zitiert.
    {""}**3.** Ein Feed bringt von selbst mehr: { COMMAND("feed add") }. Kanäle, Rollen und Sprache: { COMMAND("settings") }

help-heading = Frag die Artikel, was gesagt wurde und wer es gesagt hat
help-members =
    Jede Antwort ist eine Stelle aus einem Artikel, Wort für Wort, mit Person, Medium, Datum und Link.
    { COMMAND("ask") } eine Frage · { COMMAND("quotes") } was eine Person gesagt hat · { COMMAND("people") } wer zitiert wird
    {""}**Antworte auf eine Antwort**, um weiterzufragen: *and what else did she say?*
    { COMMAND("library latest") } die neuesten Artikel · { COMMAND("library show") } einer davon, und wen er zitiert
    { COMMAND("Who said this?") } Rechtsklick auf eine Nachricht, dann Apps: findet die Stelle, die sie zitiert
    { COMMAND("alert add") } · { COMMAND("alert list") } damit du erfährst, wenn ein neuer Artikel jemanden zitiert oder von etwas handelt
    { COMMAND("about") } · { COMMAND("privacy") }
help-adders =
    {""}**Du darfst Artikel hinzufügen**
    { COMMAND("Add to library") } Rechtsklick auf eine Nachricht, dann Apps: nimmt ihre Dateien und Links auf, oder ihren Text
    Ohne Nachricht geht es mit dem Knopf darunter: Dateien, Links oder Text.
help-moderators =
    {""}**Für die Moderation**
    { COMMAND("article add") } Dateien, Links oder eingefügter Text · { COMMAND("article edit") } Titel, Medium, Datum und Link
    { COMMAND("article list") } · { COMMAND("article remove") } · { COMMAND("article restore") }
    { COMMAND("feed add") } · { COMMAND("feed list") } · { COMMAND("feed edit") } · { COMMAND("feed check") } · { COMMAND("feed remove") }
    { COMMAND("reports") } falsche Personen · { COMMAND("corrections") } zum Zurücknehmen · { COMMAND("person merge") } · { COMMAND("person rename") } · { COMMAND("person split") }
    { COMMAND("settings") } Kanäle, Sichtbarkeit, Rollen, Ankündigungen, Sprache und was zuletzt getan wurde
about-text = Antwortet aus Artikeln, nie mit eigenen Worten.
about-version = Version { $version }
about-speed = Eine Antwort dauert meist { $milliseconds } ms
about-no-speed = Seit dem Start wurde noch nichts gefragt.
privacy-heading = Datenschutz
privacy-text =
    {""}**Gespeichert:** die Artikel, die die Moderation hinzufügt, Einstellungen, Feeds, Namen und Berichtigungen dieses Servers und, bei Handlungen der Moderation, Meldungen falscher Personen und Benachrichtigungen, was wann getan wurde oder gesucht wird, mit der Discord-ID dessen, von dem es ist.
    {""}**Nicht gespeichert:** Fragen, die Nachrichten, die { COMMAND("Who said this?") } ansieht, und alles andere über Mitglieder.
    {""}**Weitergegeben:** nichts. Die Sammlung jedes Servers gehört ihm allein. Links und Feeds, die die Moderation hinzufügt, werden von deren Seiten geholt.
    {""}**Wie lange:** Ein entfernter Artikel lässt sich 30 Tage lang wiederherstellen; danach ist sein Text gelöscht, und nur sein Link bleibt, damit kein Feed ihn zurückbringt. Von einem Server bleiben die letzten 5.000 Handlungen und 1.000 erledigten Meldungen. Alle Daten eines Servers werden gelöscht, wenn der Bot { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } lang nicht mehr dort ist.
privacy-you = **Von dir, auf allen Servern:** { $counts }
privacy-you-nothing = **Von dir:** nichts.
own-act = { $number ->
    [one] 1 Handlung
   *[other] { $number } Handlungen
}
own-report = { $number ->
    [one] 1 Meldung
   *[other] { $number } Meldungen
}
own-settled = { $number ->
    [one] 1 erledigte Meldung
   *[other] { $number } erledigte Meldungen
}
own-correction = { $number ->
    [one] 1 Berichtigung
   *[other] { $number } Berichtigungen
}
own-removal = { $number ->
    [one] 1 entfernter Artikel
   *[other] { $number } entfernte Artikel
}
own-alert = { $number ->
    [one] 1 Benachrichtigung
   *[other] { $number } Benachrichtigungen
}
own-file = Alles, was unter deiner Discord-ID gespeichert ist.
button-own-data = Meine Daten zeigen
button-forget = Meine Daten löschen
button-forget-sure = Endgültig löschen
button-erase = Daten dieses Servers löschen
forget-text = Deine Discord-ID wird auf allen Servern aus jeder Handlung, Meldung und Berichtigung gelöscht, mit allem, was du in Meldungen geschrieben hast, und deinen eigenen Benachrichtigungen. Die Handlungen und Berichtigungen selbst bleiben, ohne dass noch jemand genannt wird. Das lässt sich nicht rückgängig machen.
forgotten = Gelöscht: Unter deiner Discord-ID ist nichts mehr gespeichert.
deleted-user = jemand, dessen Daten gelöscht sind
erase-title = Alles von diesem Server löschen?
erase-name = Endgültig. Name des Servers:
erase-wrong-name = Nichts wurde gelöscht: So heißt dieser Server nicht. Sein Name ist { $name }.
erased = Gelöscht: Artikel, Feeds, Meldungen, Namen, Einstellungen und das Protokoll dieses Servers sind weg.

## Errors

error-broken = Beim Bot ist etwas schiefgegangen. Sein Protokoll hat die Einzelheiten unter { $reference }.
error-disk-full = Die Festplatte des Bots ist voll oder defekt. Nichts wurde geändert, nichts ging verloren; wer den Bot betreibt, muss Platz schaffen. Sein Protokoll hat die Einzelheiten unter { $reference }.
error-database-read-only = Der Bot darf seine Datenbank nicht schreiben. Nichts wurde geändert, nichts ging verloren; wer den Bot betreibt, muss die Rechte prüfen. Sein Protokoll hat die Einzelheiten unter { $reference }.
error-database-damaged = Die Datenbank des Bots ist beschädigt. Wer den Bot betreibt, muss eine Sicherung zurückspielen; bitte bis dahin nichts ändern. Sein Protokoll hat die Einzelheiten unter { $reference }.
error-database-busy = Die Datenbank des Bots ist länger beschäftigt. Nichts wurde geändert: in einer Minute noch einmal versuchen. Das Protokoll hat die Einzelheiten unter { $reference }.
error-database-unreachable = Die Datenbank des Bots antwortet gerade nicht. Nichts wurde geändert: in einer Minute noch einmal versuchen. Das Protokoll hat die Einzelheiten unter { $reference }.
error-database-unconfirmed = Die Datenbank des Bots ging verloren, bevor sie die Änderung bestätigt hat. Sie kann gespeichert sein oder nicht: erst nachsehen, dann in einer Minute noch einmal versuchen. Das Protokoll hat die Einzelheiten unter { $reference }.
error-stuck = Der Bot wartet auf etwas, das nicht antwortet. Nichts wurde geändert: in einer Minute noch einmal versuchen. Das Protokoll hat die Einzelheiten unter { $reference }.
error-stuck-begun = Das dauert zu lange, deshalb wartet der Bot nicht weiter darauf. Es kann noch geschehen: erst nachsehen, dann in einer Minute noch einmal versuchen. Das Protokoll hat die Einzelheiten unter { $reference }.
error-too-many-files = Der Bot hat zu viele Dateien und Verbindungen offen. Nichts wurde geändert: in einer Minute noch einmal versuchen. Sein Protokoll hat die Einzelheiten unter { $reference }.
error-database-lost = Die Datei mit der Datenbank des Bots wurde im laufenden Betrieb entfernt oder ersetzt; nichts wurde gespeichert. Wer den Bot betreibt, muss dafür sorgen, dass die richtige Datei da ist; dann noch einmal versuchen. Das Protokoll hat die Einzelheiten unter { $reference }.
error-permission = Dafür brauchst du die Berechtigung „{ $permission }“.
permission-manage_guild = Server verwalten
error-server-only = Das geht nur auf einem Server.
error-not-here = Das geht hier nicht.
error-changed = Dieser Befehl hat sich geändert: Lade Discord neu und versuch es noch einmal.
error-cooldown = Das war viel auf einmal. Du kannst wieder fragen
error-busy = Hier ist gerade viel zu tun. Versuch es gleich noch einmal.
error-day = „{ $typed }“ verstehe ich nicht als Datum. Schreib zum Beispiel „gestern“, „Juni 2025“ oder 14.2.2026.
error-days = Vom { $since } bis zum { $until } gibt es keinen Tag. Gib den früheren als „ab“ an, den späteren als „bis“.
days-offered = heute | gestern | letzte Woche | letzten Monat | letztes Jahr
request-empty-question = Die Frage ist leer. Frag, was jemand gesagt hat, oder nach etwas in den Artikeln.
request-empty-name = Der Name ist leer. Gib einen an, der in den Artikeln steht.
request-many-feeds = Hier gibt es schon { $most } Feeds. Beende erst einen.
request-many-reports = Es gibt schon { $most } offene Meldungen. Die Moderation muss erst welche erledigen.
request-many-corrections = Dieser Artikel hat schon { $most } Berichtigungen. Nimm erst welche zurück.
request-many-rules = Hier sind schon { $most } Namen geändert. Nimm erst etwas davon zurück.
request-one-already = { $person } und { $others } sind schon dieselbe Person.
request-others-name = { $name } ist hier jemand anderes. Leg die beiden stattdessen zusammen.
request-no-alias = { $alias } ist hier keiner der Namen von { $person }.
request-long-passage = Diese Stelle ist zu lang, um auf einmal berichtigt zu werden.
request-changed-passage = Der Artikel hat sich geändert und enthält diese Stelle nicht mehr. Erledige die Meldung mit „Stimmt so“.
error-may-not-add = Nur die Moderation dieses Servers und von ihr gewählte Rollen dürfen Artikel hinzufügen.
error-not-asker = Diese Knöpfe sind für die Person, die gefragt hat. Stell mit { COMMAND("ask") } deine eigene Frage.
error-not-yours = Löschen kann das nur, wer gefragt hat, oder die Moderation.
error-cannot-delete = Ich darf hier keine Nachrichten löschen. Wer den Kanal moderiert, kann es.
error-expired = Diese Knöpfe sind von vor dem letzten Neustart des Bots. Frag noch einmal, um zu blättern.
error-gone = Diese Stelle ist nicht mehr in der Sammlung.
error-no-article = In dieser Sammlung gibt es keinen Artikel „{ $article }“.
error-article-gone = Dieser Artikel ist nicht mehr in der Sammlung.
error-link-taken = Den Link hat in dieser Sammlung schon der Artikel „{ $article }“.
error-no-removal = Es gibt keinen entfernten Artikel „{ $article }“, der sich wiederherstellen ließe; sein Text wird 30 Tage lang behalten.
error-settled = Diese Meldung hat schon jemand anderes erledigt.
error-taken-back = Das ist schon zurückgenommen.
error-no-report = Diese Meldung gibt es nicht mehr.
error-no-feed = Diesen Feed gibt es nicht mehr.
error-no-alert = Diese Benachrichtigung gibt es nicht mehr.

## Why a file, a page or a feed cannot be read

reading-empty = { $name }: Darin steht kein Text.
reading-too_large = { $name }: Das ist zu groß; der Text eines Artikels darf 2 MB haben. Speichere nur den und füge ihn hinzu.
reading-too_much_work = { $name }: Das zu lesen dauert zu lange. Speichere den Artikel als Text und füge den hinzu.
reading-busy = { $name }: Gerade wird zu viel gelesen. Versuch es in einer Minute noch einmal.
reading-too_many_paragraphs = { $name }: Ein Artikel darf höchstens 20.000 Absätze haben. Teile ihn und füge die Teile hinzu.
reading-too_many_sentences = { $name }: Ein Artikel darf höchstens 25.000 Sätze haben. Teile ihn und füge die Teile hinzu.
reading-not_text = { $name }: Das ist weder Text noch eine Datei, die sich lesen lässt. Speichere den Artikel als Text, HTML, PDF oder .docx.
reading-old_office = { $name }: Das ist ein altes oder gesperrtes Office-Dokument oder eine Nachricht von Outlook. Speichere es ohne Passwort als .docx.
reading-rich_text = { $name }: Das ist ein Rich-Text-Dokument. Speichere es als .docx oder Text und füge das hinzu.
reading-spreadsheet = { $name }: Das ist eine Tabelle. Füge den Artikel als Text hinzu.
reading-slides = { $name }: Das ist eine Präsentation. Füge den Artikel als Text hinzu.
reading-apple_document = { $name }: Das ist ein Apple-Dokument. Exportiere es als Word oder PDF und füge das hinzu.
reading-picture = { $name }: Das ist ein Bild. Füge den Artikel als Text hinzu.
reading-recording = { $name }: Das ist Ton oder Video. Füge als Text hinzu, was darin gesagt wird.
reading-compressed = { $name }: Das ist ein Archiv, das hier nicht entpackt wird. Entpacke es und füge hinzu, was darin ist.
reading-kindle_book = { $name }: Das ist ein Buch für Kindle. Wandle es in .epub um und füge das hinzu.
reading-web_archive = { $name }: Das ist ein Webarchiv von Safari. Speichere die Seite als HTML oder PDF und füge das hinzu.
reading-program = { $name }: Das ist ein Programm, kein Text.
reading-database = { $name }: Das ist eine Datenbank, kein Text.
reading-locked = { $name }: Diese Datei ist mit einem Passwort gesperrt. Speichere sie ohne und füge das hinzu.
reading-too_many_files = { $name }: Darin sind mehr als 100 Artikel. Teile die Datei und füge die Teile hinzu.
reading-several = { $name }: Darin sind mehrere Artikel. Speichere die Datei und füge sie hinzu.
reading-no_article = { $name }: Auf dieser Seite wurde kein Artikel gefunden. Speichere ihn als Text und füge den hinzu.
reading-broken = { $name }: Das lässt sich nicht lesen. Speichere den Artikel als Text und füge den hinzu.
reading-missing = { $name }: Diese Datei gibt es nicht.
reading-directory = { $name }: Das ist ein Ordner.
reading-no_access = { $name }: Die Datei lässt sich nicht öffnen.
reading-bad_record = { $name }: Das hat nicht die erwartete Form.
reading-pdf_locked = { $name }: Dieses PDF ist mit einem Passwort gesperrt. Speichere es ohne und füge das hinzu.
reading-pdf_scanned = { $name }: In diesem PDF sind Bilder von Seiten und kein Text. Füge den Artikel als Text hinzu.
reading-pdf_too_long = { $name }: Dieses PDF hat zu viele Seiten. Speichere nur die des Artikels.
reading-pdf_columns = { $name }: Die Spalten dieses PDF lassen sich nicht auseinanderhalten. Füge den Artikel als Text hinzu.
reading-pdf_broken = { $name }: Dieses PDF ist beschädigt. Füge den Artikel als Text hinzu.
reading-pdf_too_much_work = { $name }: Dieses PDF zu lesen dauert zu lange. Füge den Artikel als Text hinzu.
reading-no_feed = { $name }: Das ist kein Feed (RSS, Atom oder JSON Feed) und nennt auch keinen.

## Why a link cannot be fetched

fetch-link = { $link }: Diesem Link lässt sich nicht folgen.
fetch-scheme = { $link }: Nur http- und https-Links können hinzugefügt werden.
fetch-credentials = { $link }: Im Link steht ein Benutzername oder Passwort. Nimm das heraus und versuch es noch einmal.
fetch-address = { $link }: Diese Adresse liegt nicht im öffentlichen Internet.
fetch-port = { $link }: Nur die üblichen Ports von http und https werden benutzt.
fetch-robots = { $link }: Die robots.txt der Seite bittet Roboter, das nicht zu lesen. Speichere die Seite und füge die Datei hinzu.
fetch-redirects = { $link }: Der Link leitet zu oft weiter.
fetch-time = { $link }: Die Seite hat zu langsam geantwortet. Versuch es später noch einmal.
fetch-busy = { $link }: Diese Seite wird gerade zu oft abgefragt. Versuch es später noch einmal.
fetch-size = { $link }: Das ist größer als 5 MB.
fetch-type = { $link }: Das ist keine Seite, kein Text, kein Dokument und kein Feed.
fetch-status = { $link }: Die Seite hat mit Fehler { $status } geantwortet.
fetch-unreachable = { $link }: Die Seite ist nicht erreichbar. Prüf den Link oder versuch es später noch einmal.

## Commands: their names, and what Discord says of them

cmd-ask = fragen
    .description = Frag die Artikel etwas: Die Antwort sind ihre eigenen Worte
cmd-ask-question = frage
    .description = Was jemand gesagt hat, wer etwas gesagt hat, oder ein Thema
cmd-ask-article = artikel
    .description = Nur aus diesem Artikel
cmd-ask-speaker = person
    .description = Nur was diese Person oder Organisation gesagt hat
cmd-ask-outlet = medium
    .description = Nur was dort erschienen ist oder von dort berichtet wird
cmd-ask-since = ab
    .description = Nur Artikel ab dann: „gestern“, „letzte Woche“, „Juni 2025“ oder 14.2.2026
cmd-ask-until = bis
    .description = Nur Artikel bis dahin: „gestern“, „letzte Woche“, „Juni 2025“ oder 14.2.2026
cmd-ask-private = privat
    .description = Die Antwort nur dir zeigen
cmd-quotes = zitate
    .description = Was eine Person oder Organisation gesagt haben soll
cmd-quotes-person = person
    .description = Wessen Worte
cmd-quotes-about = thema
    .description = Nur zu diesem Thema
cmd-quotes-article = artikel
    .description = Nur aus diesem Artikel
cmd-quotes-outlet = medium
    .description = Nur was dort erschienen ist oder von dort berichtet wird
cmd-quotes-since = ab
    .description = Nur Artikel ab dann: „gestern“, „letzte Woche“, „Juni 2025“ oder 14.2.2026
cmd-quotes-until = bis
    .description = Nur Artikel bis dahin: „gestern“, „letzte Woche“, „Juni 2025“ oder 14.2.2026
cmd-quotes-private = privat
    .description = Die Antwort nur dir zeigen
cmd-people = personen
    .description = Wer in den Artikeln zitiert wird
cmd-people-private = privat
    .description = Die Liste nur dir zeigen
cmd-help = hilfe
    .description = Was Onrecord kann
cmd-about = info
    .description = Was Onrecord ist, wie groß seine Sammlung ist und wie schnell es antwortet
cmd-privacy = datenschutz
    .description = Was gespeichert wird, von wem und wie lange
cmd-who-said-this = Wer hat das gesagt?
cmd-add-to-library = Zur Sammlung hinzufügen
cmd-library = sammlung
    .description = Die Artikel, aus denen Antworten kommen
cmd-library-latest = neueste
    .description = Die neuesten Artikel
cmd-library-latest-private = privat
    .description = Die Liste nur dir zeigen
cmd-library-show = zeigen
    .description = Angaben zu einem Artikel, und wen er am meisten zitiert
cmd-library-show-article = artikel
    .description = Welcher Artikel
cmd-library-show-private = privat
    .description = Den Artikel nur dir zeigen
cmd-article = artikel
    .description = Artikel dieses Servers hinzufügen, ändern und entfernen
cmd-article-add = hinzufügen
    .description = Artikel aus Dateien oder Links hinzufügen oder einen einfügen
cmd-article-add-file = datei
    .description = Text, Markdown, HTML, PDF, .docx, .odt, .eml, .mhtml, .epub oder .zip
cmd-article-add-file2 = datei2
    .description = Noch eine Datei
cmd-article-add-file3 = datei3
    .description = Noch eine Datei
cmd-article-add-file4 = datei4
    .description = Noch eine Datei
cmd-article-add-file5 = datei5
    .description = Noch eine Datei
cmd-article-add-links = links
    .description = Links zu Artikeln, mit Leerzeichen dazwischen
cmd-article-edit = bearbeiten
    .description = Titel, Medium, Datum oder Link eines Artikels ändern
cmd-article-edit-article = artikel
    .description = Welcher Artikel
cmd-article-list = liste
    .description = Alle Artikel dieses Servers
cmd-article-remove = entfernen
    .description = Einen Artikel sofort von diesem Server entfernen
cmd-article-remove-article = artikel
    .description = Welcher Artikel
cmd-article-restore = wiederherstellen
    .description = Einen entfernten Artikel zurückholen
cmd-article-restore-article = artikel
    .description = Welcher Artikel
cmd-alert = benachrichtigung
    .description = Erfahren, wenn neue Artikel etwas haben
cmd-alert-add = setzen
    .description = Erfahren, wenn ein neuer Artikel jemanden zitiert oder von etwas handelt
cmd-alert-add-person = person
    .description = Wessen Worte
cmd-alert-add-topic = thema
    .description = Wörter, die im Zitat oder in dessen Überschrift stehen
cmd-alert-add-outlet = medium
    .description = Was dort erschienen ist oder von dort berichtet wird
cmd-alert-add-channel = kanal
    .description = Moderation: an diesen Kanal statt an dich
cmd-alert-list = liste
    .description = Deine Benachrichtigungen auf diesem Server, und wie sie enden
cmd-feed = feed
    .description = Feeds, die diesem Server Artikel bringen
cmd-feed-add = abonnieren
    .description = Einen Feed oder den einer Website abonnieren
cmd-feed-add-link = link
    .description = Die Adresse des Feeds oder der Website
cmd-feed-add-announce = ankündigen
    .description = Wo seine neuen Artikel angekündigt werden
cmd-feed-list = liste
    .description = Die Feeds dieses Servers und wie es um sie steht
cmd-feed-edit = bearbeiten
    .description = Den Namen eines Feeds ändern, oder wo er angekündigt wird
cmd-feed-edit-feed = feed
    .description = Welcher Feed
cmd-feed-remove = beenden
    .description = Das Abo eines Feeds beenden; seine Artikel bleiben
cmd-feed-remove-feed = feed
    .description = Welcher Feed
cmd-feed-check = abfragen
    .description = Einen Feed jetzt nach neuen Artikeln fragen
cmd-feed-check-feed = feed
    .description = Welcher Feed
cmd-person = person
    .description = Namen von Personen in den Artikeln dieses Servers
cmd-person-merge = zusammenlegen
    .description = Zwei Namen gehören derselben Person
cmd-person-merge-person = person
    .description = Der Name, der bleibt
cmd-person-merge-other = anderer
    .description = Der andere Name derselben Person
cmd-person-rename = umbenennen
    .description = Eine Person unter einem anderen Namen zeigen
cmd-person-rename-person = person
    .description = Wer
cmd-person-rename-name = name
    .description = Der Name, der gezeigt wird
cmd-person-split = trennen
    .description = Einer der Namen einer Person gehört jemand anderem
cmd-person-split-person = person
    .description = Wer
cmd-person-split-alias = name
    .description = Der Name, der jemand anderem gehört
cmd-reports = meldungen
    .description = Meldungen falscher Personen, die zu erledigen sind
cmd-corrections = berichtigungen
    .description = Berichtigte Zitate und geänderte Namen ansehen und zurücknehmen
cmd-settings = einstellungen
    .description = Wie sich Onrecord auf diesem Server verhält
