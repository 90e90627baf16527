-- Arrivals carry the references that rooms ask for into the store (table record_reference): no text is read again for them.
alter table inbox
    add column if not exists carried int
        comment 'which references stand behind the blocking ones in ref1 to ref8; null for none: they are found in the text';
