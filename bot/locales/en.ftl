# English. Values are escaped Markdown already; what an article says is never in here.

## Names of things

count-article = { $number ->
    [one] 1 article
   *[other] { $number } articles
}
count-sentence = { $number ->
    [one] 1 sentence
   *[other] { $number } sentences
}
count-quotation = { $number ->
    [one] 1 quotation
   *[other] { $number } quotations
}
count-speaker = { $number ->
    [one] 1 speaker
   *[other] { $number } speakers
}
type-person = person
type-organisation = organisation
type-outlet = outlet
type-group = group
untitled = Untitled article
another-article = another article
from-feed = text from the feed, because the page can’t be read

## Passages

goes-on = … The passage goes on in the article.
kind-direct = direct quotation
kind-indirect = indirect quotation
kind-mixed = partly quoted
said = — { $speaker }, { $kind }{ $reported }
said-in-list = — { $mention }{ $kind }{ $reported }
said-thought = — { $speaker }, reported to think this{ $reported }
said-intended = — { $speaker }, reported to intend this{ $reported }
said-nobody = — the article’s own words{ $outlet }, not a quotation
reported-by = , reported by { $outlet }
speaker-mention-only = { $mention } (the article does not say who)
speaker-unnamed = an unnamed speaker
also-in = Also in { $others }
also-in-more = Also in { $others } and { $more } more

## Answers

public-foot = From the public library: this server has no articles of its own yet.
about = About: { $topic }
also-called = also { $names }
undated = Without a date
latest-quoted = latest { $day }
figures-quoted = { $quotations } in { $articles }
silence-nothing = Nothing in the library answers that.
silence-empty-library = There are no articles here yet.
silence-unknown-speaker = No article here quotes { $subject }.
silence-unknown-outlet = No article here cites { $subject } or was published by it.
silence-unknown-name = No article here mentions { $subject }.
silence-no-words = No article here has any of the words of this question.
silence-no-fit = Nothing here answers this question well enough to be shown.
silence-not-about = { $subject } is not quoted like that here.
silence-no-dates = No article of those days answers that.
silence-no-question = There is no question in that. Ask what somebody said, or what happened.
silence-other-language = The articles here are in English. Ask in English, or with the names in them.
did-you-mean = Did you mean one of these?
nobody-quoted = Nobody is quoted in this library yet.
who-is-quoted = Who is quoted
speakers-all = { $speakers } in this library
speakers-first = The first { $number } speakers in this library
ask-help = Ask me what somebody said, who said something, or what the articles say about a topic.
ask-elsewhere = This server wants its answers in { $where }. Ask me there, or use { COMMAND("ask") }: then only you see the answer.
ask-too-long = Please ask in at most { $most } characters.
found = Found: the answer is in the channel.
shared-by = Shared by { $who }
shared-verdict = Shared by { $who } · about [this message]({ $link })
share-elsewhere = This server keeps answers to other channels, so nothing can be shared here.
context-heading = Where it stands
button-context = Context
button-source = Source
button-card = Quote card
button-more = More
button-by = More from { $speaker }
button-others = Others on this
button-report = Wrong speaker?
button-share = Share
button-shared = Shared
button-delete = Delete
button-previous = Previous
button-next = Next
page-of = { $page } of { $pages }
passage-of = Passage { $page } of { $pages }
shared = Shared: it stands in the channel now.
deleted = Deleted.
others = Others on this
others-none = No article here quotes anybody else on this.
choose-passage = Open one of these…

## Articles

articles-none = This server has no articles yet
latest-articles = The newest articles
by-authors = By { $authors }
nobody-quoted-here = Nobody is quoted in this article.
nobody = nobody who is named
removed = Removed: { $title }. No feed will bring it back. { COMMAND("article restore") } can, for 30 days.
restored = Restored: { $title }
undone = Taken back: { $title }. It answers nothing any more.
edited = Saved: { $title }
outcome-added = Added: { $title }
outcome-updated = Updated: { $title }
outcome-unchanged = Already in the library, unchanged: { $title }
outcome-withheld = Left out, because it was removed before: { $title }
adding = Adding { $done } of { $of }…
adding-done = { $number ->
    [one] 1 article looked at
   *[other] { $number } articles looked at
}
adding-others = … and { $number } more
add-too-large = { $name } is larger than { $most } MB. Save only the article’s text and try again.
add-too-many = Please add at most { $most } articles at once.
add-no-link = There is no link in that; a link begins with https://.
add-nothing-in-message = There is nothing to add in this message: no file, no link and no text.
choose-article = Open one of these…
choose-person = What did they say? Choose…
button-add = Add an article
button-edit = Edit
button-take-back = Undo
button-remove = Remove
edit-title = Edit an article

## The form for pasted text

paste-title = Add an article
paste-text = Text or links
paste-text-hint = The text with its headline on the first line, or links to articles
paste-files = Files
paste-files-again = The files have to be chosen again.
paste-headline = Headline
paste-outlet = Published by
paste-link = Link
paste-date = Date
paste-name = The pasted text
paste-back = Back to the form
paste-nothing = The form is empty: give a file, a link, or the article’s text.
paste-link-of-several = The field Link is for one file or text: leave it empty, or add them one by one.
paste-bad-link = The link must be a whole http or https address, such as https://example.com/story.
paste-bad-date = The date must be written as year-month-day, such as 2026-02-14.

## Who said this?

trace-exact = ✅ Word for word
trace-near = ☑️ Nearly word for word
trace-altered = ⚠️ Not in these words
trace-closest = 🔎 No article has these words; this comes closest
trace-wrong-speaker = ❌ Somebody else said that
trace-unclear-speaker = ❔ The words are there, but not surely by that speaker
trace-none = 🤷 Not in the library
trace-none-more = No article here has these words or anything like them. They may have been said all the same.
trace-no-words = There are no words in this message.
trace-hidden = Discord does not show me the message that you replied to. Right click it (hold it on a phone), choose Apps, then *Who said this?*
trace-posted = Posted: { $posted }
trace-changes = What differs: ~~posted~~ **in the article**
trace-claim-right = The message names { $claimed }, and so does the article.
trace-claim-wrong = The message says that this was { $claimed }. The article says that it was { $speaker }.
trace-claim-unclear = The message names { $claimed }. The article does not tell whether that is right.
trace-claim-nobody = The message says that this was { $claimed }. In the article it is no quotation, but its own words.

## Quote cards

card-nobody = The article’s own words
card-no-quotation = not a quotation
card-thought = reported to think this
card-intended = reported to intend this
card-missing = Whoever runs this bot has not installed quote cards.
card-impossible = There is no picture of this passage: it has characters that no font of the bot has.

## Reports of wrong speakers

report-title = Wrong speaker?
report-speaker = Who said it?
report-speaker-hint = Leave it empty if nobody is named
report-note = How do you know?
report-waits = Tell me what comes of it
report-waits-more = By direct message, once it is settled.
report-thanks = Thank you. The moderators of this server will look at it.
reports-none = There are no open reports.
report-heading = Report { $at } of { $of }
report-shown = Shown as said by { $speaker }, in: { $title }
report-by = Reported by { $who } { $when }
report-suggests = Suggested: { $speaker }
report-note-line = Note: { $note }
report-others = { $number ->
    [one] … and 1 more report of it
   *[other] … and { $number } more reports of it
}
report-gone = This passage is no longer in the library.
report-corrected = Corrected, and kept when the article is added again. Speaker now: { $speaker }.
report-dismissed = Dismissed: the speaker stays as it was.
report-also = { $number ->
    [one] Another report of it is settled too.
   *[other] { $number } other reports of it are settled too.
}
report-was-corrected = Corrected by { $who }
report-was-dismissed = Looked at by { $who }: the speaker is right
report-changed = The suggestion has changed since. Look again with { COMMAND("reports") }.
told-heading = Your report in { $server }
told-corrected = Corrected, thank you. Now it says:
told-dismissed = The moderators looked at it and left the speaker as it was:
button-accept = It was { $speaker }
button-other = Somebody else…
button-dismiss = Speaker is right
correct-title = Who said it?
correct-speaker = Speaker
correct-hint = Empty: nobody who is named

## What moderators changed, and taking it back

changes-speakers = Corrected speakers
changes-speakers-none = No speaker has been corrected.
changes-names = Changed names
changes-names-none = No name has been changed.
changes-number = { $number ->
    [one] 1 change
   *[other] { $number } changes, the newest first
}
button-changes-speakers = Speakers ({ $number })
button-changes-names = Names ({ $number })
button-undo = Take back
change-speaker = { $speaker }, in: { $title }
change-merge = { $names } and { $into } are one person
change-rename = { $names } is shown as { $into }
change-split = { $into } is another person than { $names }
change-by = Corrected by { $who } { $when }
change-dormant = not in use: the article does not have these words now
change-undone = Taken back: { $what }

## Names of people

person-merged = { $other } and { $person } are one person from now on, shown as { $person }.
person-renamed = { $person } is shown as { $name } from now on.
person-split = { $alias } is another person than { $person } from now on.

## Feeds

feeds = Feeds
feeds-none = This server has no feeds. Subscribe to one with { COMMAND("feed add") }.
feed-added = Subscribed: { $feed }. It lists { $articles }, which are added in the background; { COMMAND("feed list") } shows how far it is.
feed-again = Subscribed before: { $feed }. It lists { $articles }; { COMMAND("feed edit") } changes its name and channel.
feed-edited = Saved: { $feed }
feed-edit-title = Edit a feed
feed-edit-name = Name
feed-edit-announced = Announce its new articles
feed-edit-announce = Where
feed-edit-settings = Where the settings say
feed-removed = No longer subscribed: { $feed }. Its articles stay.
feed-unknown = There is no feed { $feed } here; choose one from the list.
feed-checked = asked { $when }
feed-new = not asked yet
feed-next = next { $when }
feed-counts = { $added } added, { $gone } gone, { $failed } failed
feed-announced = announced in { $where }
feed-announced-settings = announced where { COMMAND("settings") } says
feed-announced-nowhere = announced nowhere
feed-resting = Rests: reading it has ended the bot { $times } times in a row. Check it once its site is in order, or remove it.
feed-limited = This server’s feeds have used up what they may read in an hour; the rest follows at the next look.
button-check = Check { $feed }
poll-failed = { $feed } could not be read: { $error }
poll-unchanged = { $feed }: nothing new.
poll-limited = { $feed }: this server’s feeds have used up what they may read in an hour; they go on { $when }.
poll-read = { $feed }:
announced-from = New from { $feed }
announced-quoted = Quoted: { $names }
quoted-more = { $names } and { $more } more
preview-none = No article here would be announced as it is set now.
button-quoted = Who is quoted?

## Alerts

alerts = Alerts
alerts-none = You have no alerts in this server. Set one with { COMMAND("alert add") }.
alert-topic = about { $topic }
alert-outlet = in { $outlet }
alert-set = 🔔 Alert set: { $subject }
alert-told-alone = When a new article has it, you get a direct message with the passage. The message that you have just got ends it; so does { COMMAND("alert list") }.
alert-told-in = When a new article has it, the passage is posted in { $where }. { COMMAND("alert list") } ends it.
alert-unknown = No article here has that name yet.
alert-welcome = 🔔 When a new article in { $server } has this, I’ll send you the passage here: { $subject }
alert-foot = Your alert in { $server }
alert-foot-channel = An alert of this server
alert-more = { $number ->
    [one] 1 more passage: { COMMAND("quotes") } and { COMMAND("ask") } find it in the server.
   *[other] { $number } more passages: { COMMAND("quotes") } and { COMMAND("ask") } find them in the server.
}
alert-ended = 🔕 Alert ended: { $subject }
alert-to-you = told to you, by direct message
alert-to-channel = told in { $where }
alert-refused = The last message could not be delivered: allow direct messages from this server.
alert-refused-channel = The last message could not be posted: let me see the channel and write in it.
alert-nothing = Tell me what to look out for: a person, a topic or an outlet.
alert-no-words = There is no word in that to look out for. Give one that articles would have.
alert-too-many = There are { $most } alerts already. End one first: { COMMAND("alert list") }.
alert-closed = I may not send you direct messages, so no alert was set. Allow them in this server’s privacy settings and try again.
alert-closed-channel = I may not write in #{ $channel }, so no alert was set.
alert-not-yours = That alert is somebody else’s.
alert-channel = Only those who may manage the server can end an alert of its channels.
button-end-alert = End this alert
button-end-listed = End: { $alert }

## Settings and the record

settings = Settings
setting-channels = Where answers are shown
setting-channels-more = Elsewhere only the asker sees them. Choose none for everywhere.
setting-channels-none = Everywhere
setting-private = Who sees an answer
setting-private-more = A command’s option “private” overrides this.
setting-private-yes = The asker alone
setting-private-no = Everybody in the channel
setting-adders = Who may add articles
setting-adders-more = Besides everybody who can manage the server.
setting-adders-none = Nobody else
setting-announcements = Where new articles are announced
setting-announcements-more = A feed with a channel of its own is announced there.
setting-announcements-none = Nowhere
setting-reports = Where reports of wrong speakers are posted
setting-reports-more = With buttons that settle them. Choose a channel for moderators: it shows who reported.
setting-reports-none = Nowhere; /reports lists them
setting-reports-closed = I may not write in that channel.
setting-reports-open = Every member sees that channel.
setting-language = Language
setting-language-more = What articles say is never translated.
language-discord = As each reader’s Discord
language-en = English
language-de = Deutsch
button-announcing = Announcements and digest
announcing = Announcements and digest
announcing-in = New articles are announced in { $where }. A feed with a channel of its own is announced there.
announcing-nowhere = New articles are announced nowhere yet: choose a channel or forum in the settings.
setting-announce_added = Articles that somebody adds
setting-announce_added-more = Announced like those of feeds.
setting-announce_thread = A thread for each announcement
setting-announce_thread-more = In a forum each is a post anyway.
setting-announce_role = Who is pinged
setting-announce_role-more = One role, with every announcement. Discord pings it only if anyone may mention it, or the bot all roles.
setting-announce_role-none = Nobody
setting-filter = Which articles
setting-digest_in = Where the digest is posted
setting-digest_in-more = Who was quoted most, and the most telling quotations.
setting-digest_in-none = Nowhere
setting-digest = How often
setting-digest-more = In the morning (7:00 UTC); a weekly one on Monday. Without new articles there is none.
digest-never = Never
digest-day = Every day
digest-week = Every week
digest-heading-day = The day up to { $day }
digest-heading-week = The week up to { $day }
digest-quoted = Most quoted: { $names }
digest-nothing = Nothing new was quoted in that time, so there would be no digest.
switch-on = On
switch-off = Off
button-filter = Choose…
button-preview = Preview
button-digest = Preview of the digest
button-articles = All its articles
filter-title = Which articles are announced?
filter-people = Quoted: one of these
filter-outlets = Published by or citing: one of these
filter-words = About: one of these
filter-hint = With commas between. Empty: all.
filter-none = All of them.
filter-set-people = quote { $names }
filter-set-outlets = are of { $names }
filter-set-words = are about { $names }
button-records = Recent actions
records = What moderators did
records-none = No moderator has done anything here yet.
act-add = added
act-remove = removed
act-restore = restored
act-edit = edited
act-correct = corrected a speaker in
act-dismiss = dismissed a report on
act-undo-speakers = took back a correction in
act-undo-names = took back a change of the name
act-merge = merged names into
act-rename = renamed
act-split = split a name from
act-feed-add = subscribed to
act-feed-edit = edited the feed
act-feed-remove = ended the subscription to
act-feed-check = checked
act-settings = set
act-alert-add = set an alert for
act-alert-end = ended the alert for

## Help, about, privacy

welcome = Hello, I’m Onrecord
welcome-more = { COMMAND("help") } lists the rest. Nothing that is asked is stored: { COMMAND("privacy") }
first-steps =
    {""}**1.** A moderator adds an article, from a file, a link or as text: { COMMAND("article add") }, or the button below
    {""}**2.** Everybody asks it: { COMMAND("ask") }, or with a mention of me. A right click on a message, then Apps, { COMMAND("Who said this?") }, finds who said what it quotes.
    {""}**3.** A feed brings more by itself: { COMMAND("feed add") }. Channels, roles and language: { COMMAND("settings") }

help-heading = Ask the articles what was said, and who said it
help-members =
    Every answer is a passage of an article, word for word, with speaker, outlet, date and link.
    { COMMAND("ask") } a question · { COMMAND("quotes") } of a person · { COMMAND("people") } who is quoted
    {""}**Reply to an answer** to ask on: *and what else did she say?*
    { COMMAND("library latest") } the newest articles · { COMMAND("library show") } one of them, and whom it quotes
    { COMMAND("Who said this?") } right click a message, then Apps: finds the passage that it quotes
    { COMMAND("alert add") } · { COMMAND("alert list") } be told when a new article quotes somebody or is about something
    { COMMAND("about") } · { COMMAND("privacy") }
help-adders =
    {""}**You may add articles**
    { COMMAND("Add to library") } right click a message, then Apps: adds its files and links, or its text
    The button below adds files, links or text without one.
help-moderators =
    {""}**For moderators**
    { COMMAND("article add") } files, links or pasted text · { COMMAND("article edit") } title, outlet, date and link
    { COMMAND("article list") } · { COMMAND("article remove") } · { COMMAND("article restore") }
    { COMMAND("feed add") } · { COMMAND("feed list") } · { COMMAND("feed edit") } · { COMMAND("feed check") } · { COMMAND("feed remove") }
    { COMMAND("reports") } of wrong speakers · { COMMAND("corrections") } to take back · { COMMAND("person merge") } · { COMMAND("person rename") } · { COMMAND("person split") }
    { COMMAND("settings") } channels, privacy, roles, announcements, language, and what was done lately
about-text = Answers from articles, never in words of its own.
about-version = Version { $version }
about-speed = An answer usually takes { $milliseconds } ms
about-no-speed = Nothing has been asked since the start.
privacy-heading = Privacy
privacy-text =
    {""}**Stored:** the articles that moderators add, this server’s settings, feeds, names and corrections, and, for moderators’ actions, reports of wrong speakers and alerts, what was done or is looked out for, when, and the Discord id of who did it.
    {""}**Not stored:** questions, the messages that { COMMAND("Who said this?") } looks at, and anything else about members.
    {""}**Shared:** nothing. Each server’s library is its own. Links and feeds that moderators add are fetched from their sites.
    {""}**How long:** a removed article can be restored for 30 days; then its text is gone, and only its link is kept so that no feed brings it back. The newest 5,000 actions and 1,000 settled reports of a server are kept. All data of a server goes once the bot has been gone from it for { $days ->
        [one] a day
       *[other] { $days } days
    }.
privacy-you = **Of you, in all servers:** { $counts }
privacy-you-nothing = **Of you:** nothing.
own-act = { $number ->
    [one] 1 action
   *[other] { $number } actions
}
own-report = { $number ->
    [one] 1 report
   *[other] { $number } reports
}
own-settled = { $number ->
    [one] 1 settled report
   *[other] { $number } settled reports
}
own-correction = { $number ->
    [one] 1 correction
   *[other] { $number } corrections
}
own-removal = { $number ->
    [one] 1 removed article
   *[other] { $number } removed articles
}
own-alert = { $number ->
    [one] 1 alert
   *[other] { $number } alerts
}
own-file = All that is stored under your Discord id.
button-own-data = Show my data
button-forget = Delete my data
button-forget-sure = Delete it for good
button-erase = Delete this server’s data
forget-text = Your Discord id will be deleted from every action, report and correction in all servers, with what you wrote in reports and your own alerts. The actions and corrections themselves stay, as a deleted user’s. This cannot be undone.
forgotten = Deleted: nothing is stored under your Discord id any more.
deleted-user = a deleted user
erase-title = Delete everything of this server?
erase-name = For good. Type the server’s name:
erase-wrong-name = Nothing was deleted: that is not the name of this server, which is { $name }.
erased = Deleted: articles, feeds, reports, names, settings and the record of this server are gone.

## Errors

error-broken = Something went wrong on the bot’s side. Its log has the details under reference { $reference }.
error-disk-full = The bot’s disk is full or failing. Nothing was changed or lost; whoever runs the bot must free some space. Its log has the details under reference { $reference }.
error-database-read-only = The bot may not write its database. Nothing was changed or lost; whoever runs the bot must check the permissions. Its log has the details under reference { $reference }.
error-database-damaged = The bot’s database is damaged. Whoever runs the bot must restore a backup; please change nothing until then. Its log has the details under reference { $reference }.
error-database-busy = The bot’s database is busy with something long. Nothing was changed: try again in a minute. The log has the details under reference { $reference }.
error-database-unreachable = The bot’s database does not answer just now. Nothing was changed: try again in a minute. The log has the details under reference { $reference }.
error-database-unconfirmed = The bot’s database was lost before it confirmed the change. It may be stored or not: look before you try again in a minute. The log has the details under reference { $reference }.
error-stuck = The bot is waiting for something that does not answer. Nothing was changed: try again in a minute. The log has the details under reference { $reference }.
error-stuck-begun = That is taking too long, so the bot has stopped waiting. It may yet be done: look before you try again in a minute. The log has the details under reference { $reference }.
error-too-many-files = The bot has too many files and connections open. Nothing was changed: try again in a minute. Its log has the details under reference { $reference }.
error-database-lost = The file of the bot’s database was removed or replaced while the bot was running, so nothing was saved. Whoever runs the bot must see that the right file is there; then do it again. The log has the details under reference { $reference }.
error-permission = You need the { $permission } permission for that.
permission-manage_guild = Manage Server
error-server-only = That works only in a server.
error-not-here = You cannot use that here.
error-changed = That command has changed: reload Discord and try again.
error-cooldown = That was a lot at once. You can ask again
error-busy = A lot is going on here just now. Try again in a moment.
error-day = I can’t read “{ $typed }” as a date. Write “yesterday”, “June 2025” or 2026-02-14, for example.
error-days = There is no day from { $since } to { $until }. Give the earlier one as “since”, the later as “until”.
days-offered = today | yesterday | last week | last month | last year
request-empty-question = The question is empty. Ask what somebody said, or about something in the articles.
request-empty-name = The name is empty. Give one that the articles have.
request-many-feeds = There are { $most } feeds here already. Remove one first.
request-many-reports = There are { $most } open reports already. Moderators have to settle some before more are taken.
request-many-corrections = This article has { $most } corrections already. Take some back first.
request-many-rules = { $most } names have been changed here already. Take some of that back first.
request-one-already = { $person } and { $others } are one person already.
request-others-name = { $name } is somebody else here. Merge the two instead.
request-no-alias = { $alias } is not one of the names of { $person } here.
request-long-passage = This passage is too long to be corrected as one.
request-changed-passage = The article has changed and no longer has this passage. Settle the report by “Speaker is right”.
error-may-not-add = Only moderators of this server, and roles that they chose, may add articles.
error-not-asker = Only the person who asked can use these buttons. Use { COMMAND("ask") } for a question of your own.
error-not-yours = Only the person who asked, or a moderator, can delete this.
error-cannot-delete = I may not delete messages here. Whoever moderates the channel can.
error-expired = These buttons are from before the bot was restarted. Ask again to turn pages.
error-gone = That passage is no longer in the library.
error-no-article = There is no article “{ $article }” in this library.
error-article-gone = That article is no longer in the library.
error-link-taken = The article “{ $article }” of this library has that link already.
error-no-removal = There is no removed article “{ $article }” to restore; its text is kept for 30 days.
error-settled = Another moderator has settled this report already.
error-taken-back = That has been taken back already.
error-no-report = There is no such report any more.
error-no-feed = There is no such feed any more.
error-no-alert = There is no such alert any more.

## Why a file, a page or a feed cannot be read

reading-empty = { $name }: there is no text in it.
reading-too_large = { $name }: it is too large; an article’s text may have 2 MB. Save only that and add it.
reading-too_much_work = { $name }: it takes too long to read. Save the article as text and add that.
reading-busy = { $name }: too much is being read just now. Try again in a minute.
reading-too_many_paragraphs = { $name }: an article may have at most 20,000 paragraphs. Split it and add its parts.
reading-too_many_sentences = { $name }: an article may have at most 25,000 sentences. Split it and add its parts.
reading-not_text = { $name }: this is neither text nor a kind of file that can be read. Save the article as text, HTML, PDF or .docx and add that.
reading-old_office = { $name }: this is an old Office document, a locked one or an Outlook message. Save it as .docx without a password and add that.
reading-rich_text = { $name }: this is a rich text document. Save it as .docx or text and add that.
reading-spreadsheet = { $name }: this is a spreadsheet. Add the article as text.
reading-slides = { $name }: this is a presentation. Add the article as text.
reading-apple_document = { $name }: this is an Apple document. Export it as Word or PDF and add that.
reading-picture = { $name }: this is a picture. Add the article as text.
reading-recording = { $name }: this is audio or video. Add what is said in it as text.
reading-compressed = { $name }: this is an archive that is not unpacked here. Unpack it and add what is inside.
reading-kindle_book = { $name }: this is a book for Kindle. Convert it to .epub and add that.
reading-web_archive = { $name }: this is a web archive of Safari. Save the page as HTML or PDF and add that.
reading-program = { $name }: this is a program, not a text.
reading-database = { $name }: this is a database, not a text.
reading-locked = { $name }: it is locked with a password. Save it without one and add that.
reading-too_many_files = { $name }: it holds more than 100 articles. Split it and add its parts.
reading-several = { $name }: it holds several articles. Save it and add the file.
reading-no_article = { $name }: no article was found in this page. Save the article as text and add that.
reading-broken = { $name }: it cannot be read. Save the article as text and add that.
reading-missing = { $name }: there is no such file.
reading-directory = { $name }: this is a folder.
reading-no_access = { $name }: it cannot be opened.
reading-bad_record = { $name }: it is not in the form expected.
reading-pdf_locked = { $name }: this PDF is locked with a password. Save it without one and add that.
reading-pdf_scanned = { $name }: this PDF holds pictures of pages and no text. Add the article as text.
reading-pdf_too_long = { $name }: this PDF has too many pages. Save only those of the article.
reading-pdf_columns = { $name }: the columns of this PDF cannot be told apart. Add the article as text.
reading-pdf_broken = { $name }: this PDF is damaged. Add the article as text.
reading-pdf_too_much_work = { $name }: this PDF takes too long to read. Add the article as text.
reading-no_feed = { $name }: this is not a feed (RSS, Atom or JSON Feed), and it does not name one.

## Why a link cannot be fetched

fetch-link = { $link }: this link can’t be followed.
fetch-scheme = { $link }: only http and https links can be added.
fetch-credentials = { $link }: the link has a user name or password in it. Take that out and try again.
fetch-address = { $link }: this address is not on the public internet.
fetch-port = { $link }: only the standard ports of http and https are used.
fetch-robots = { $link }: the site’s robots.txt asks robots not to read this. Save the page and add the file.
fetch-redirects = { $link }: it redirects too many times.
fetch-time = { $link }: the site took too long to answer. Try again later.
fetch-busy = { $link }: this site is being asked for too much at once. Try again later.
fetch-size = { $link }: it is larger than 5 MB.
fetch-type = { $link }: this is not a page, a text, a document or a feed.
fetch-status = { $link }: the site answered with error { $status }.
fetch-unreachable = { $link }: the site cannot be reached. Check the link, or try again later.
