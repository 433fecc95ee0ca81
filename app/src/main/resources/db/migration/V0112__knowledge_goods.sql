-- All that was ever decided on the same goods, also what is not in force any more.
create index precedent_by_goods on precedent (goods_key);
create index prohibition_by_goods on prohibition (goods_key);
