"""The rules, one small function each: a case in, its checks out. Their order and their sum are `validator.domain.decide`.

Two days matter. The *card* is judged on the day on which the ticket is taken (A6: a ticket may be taken with a card that ends
before the event). *Scope and offer*, such as local-only areas or a venue's membership, are judged on the date of visit. "A6" and
its like are the rulings listed in docs/rules.md.
"""
