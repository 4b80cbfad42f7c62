-- Why: every process looks each minute which communities have something to announce, over the entries of all feeds. The
-- query asks for what is not settled, unsaid or begun, which the index of what is unsaid did not serve.
DROP INDEX feed_items_to_announce;

CREATE INDEX feed_items_unsettled ON feed_items (feed) WHERE announced <> 1;
