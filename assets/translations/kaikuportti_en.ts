<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>verdict</name>
    <message>
        <source>A01</source>
        <translation>Card is valid. Give the ticket.</translation>
    </message>
    <message numerus="yes">
        <source>A02</source>
        <translation>
            <numerusform>Card is valid. Give 1 ticket and {n} child ticket.</numerusform>
            <numerusform>Card is valid. Give 1 ticket and {n} child tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>A03</source>
        <translation>Card is valid. The course place can be given.</translation>
    </message>
    <message numerus="yes">
        <source>A04</source>
        <translation>
            <numerusform>Community card accepted: 1 ticket for the representative, {n} for the cardholder.</numerusform>
            <numerusform>Community card accepted: 1 ticket for the representative, {n} for cardholders.</numerusform>
        </translation>
    </message>
    <message>
        <source>A05</source>
        <translation>Pop-up benefit: {benefit}. Record the visit.</translation>
    </message>
    <message>
        <source>A05.without_benefit</source>
        <translation>Pop-up benefit. Record the visit.</translation>
    </message>
    <message numerus="yes">
        <source>A06</source>
        <translation>
            <numerusform>Booking found: {n} ticket. Hand it over.</numerusform>
            <numerusform>Booking found: {n} tickets. Hand them over.</numerusform>
        </translation>
    </message>
    <message>
        <source>A07</source>
        <translation>Plus a free ticket for an assistant or interpreter.</translation>
    </message>
    <message>
        <source>A08</source>
        <translation>Booked. Collect by {time}.</translation>
    </message>
    <message>
        <source>A09</source>
        <translation>Entry undone. The ticket is back in the quota.</translation>
    </message>
    <message>
        <source>A10</source>
        <translation>Training mode: nothing is recorded.</translation>
    </message>
    <message>
        <source>W01</source>
        <translation>Offline. Checked against the list of {time}. The entry will be sent later.</translation>
    </message>
    <message numerus="yes">
        <source>W02</source>
        <translation>
            <numerusform>Card list is {n} day old. Check the last valid day printed on the card too.</numerusform>
            <numerusform>Card list is {n} days old. Check the last valid day printed on the card too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W02.of_quotas</source>
        <translation>
            <numerusform>The numbers of tickets are {n} day old. Other desks may have given tickets since.</numerusform>
            <numerusform>The numbers of tickets are {n} days old. Other desks may have given tickets since.</numerusform>
        </translation>
    </message>
    <message>
        <source>W02.of_quotas.without_n</source>
        <translation>The numbers of tickets are not all here yet. Other desks may have given tickets.</translation>
    </message>
    <message numerus="yes">
        <source>W02.of_rules</source>
        <translation>
            <numerusform>The programme is {n} day old. There may be changes.</numerusform>
            <numerusform>The programme is {n} days old. There may be changes.</numerusform>
        </translation>
    </message>
    <message>
        <source>W03</source>
        <translation>Card is valid until {date}. Tell them it is renewed where they got it.</translation>
    </message>
    <message>
        <source>W04</source>
        <translation>Card ends before the event ({date}). The ticket can be given now.</translation>
    </message>
    <message numerus="yes">
        <source>W05</source>
        <translation>
            <numerusform>Register says {k} child, {n} asked. Follow the register or ask a manager.</numerusform>
            <numerusform>Register says {k} children, {n} asked. Follow the register or ask a manager.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W05.at_limit</source>
        <translation>
            <numerusform>Register says {k} child, {n} asked. For more, ask a manager.</numerusform>
            <numerusform>Register says {k} children, {n} asked. For more, ask a manager.</numerusform>
        </translation>
    </message>
    <message>
        <source>W05.without_k</source>
        <translation>Register gives no number of children, {n} asked. You may give the tickets. Ask a manager if needed.</translation>
    </message>
    <message>
        <source>W06</source>
        <translation>{n} left in the quota.</translation>
    </message>
    <message>
        <source>W07</source>
        <translation>Offline: another desk may have used the same quota.</translation>
    </message>
    <message>
        <source>W08</source>
        <translation>Card not in the old list. If the date on the card is valid you may give the ticket. It will be checked later.</translation>
    </message>
    <message>
        <source>W09</source>
        <translation>You may ask for ID. Nothing is stored.</translation>
    </message>
    <message>
        <source>W10</source>
        <translation>Same card read a moment ago. Not recorded twice.</translation>
    </message>
    <message>
        <source>R01</source>
        <translation>Code could not be read. Scan again or type it.</translation>
    </message>
    <message>
        <source>R02</source>
        <translation>The code has the wrong form. Check it against the card.</translation>
    </message>
    <message>
        <source>R03</source>
        <translation>This is not a Kaikukortti.</translation>
    </message>
    <message>
        <source>R10</source>
        <translation>Card not found. It may not be registered yet. The customer can ask where they got it.</translation>
    </message>
    <message>
        <source>R11</source>
        <translation>Card is valid only from {date}.</translation>
    </message>
    <message>
        <source>R12</source>
        <translation>Card expired on {date}. It is renewed where it was issued.</translation>
    </message>
    <message>
        <source>R13</source>
        <translation>Card is closed. The customer can ask where they got it.</translation>
    </message>
    <message>
        <source>R14</source>
        <translation>Card was replaced. Ask for the new card.</translation>
    </message>
    <message>
        <source>R15</source>
        <translation>The Kaikukortti pilot of the card's area ended on {date}.</translation>
    </message>
    <message>
        <source>R16</source>
        <translation>Kaikukortti starts in the card's area on {date}.</translation>
    </message>
    <message>
        <source>R20</source>
        <translation>This card works only in its own area ({area}).</translation>
    </message>
    <message>
        <source>R21</source>
        <translation>This offer is only for cards issued in {area}.</translation>
    </message>
    <message>
        <source>R22</source>
        <translation>The venue is not in the Kaikukortti network on this date.</translation>
    </message>
    <message>
        <source>R23</source>
        <translation>The pop-up benefit is not valid now ({from} – {to}).</translation>
    </message>
    <message>
        <source>R23.without_from</source>
        <translation>The pop-up benefit was valid until {to}.</translation>
    </message>
    <message>
        <source>R23.without_to</source>
        <translation>The pop-up benefit is valid from {from}.</translation>
    </message>
    <message>
        <source>R23.without_from_to</source>
        <translation>The pop-up benefit is not valid now.</translation>
    </message>
    <message>
        <source>R24</source>
        <translation>Kaikukortti does not cover this event.</translation>
    </message>
    <message>
        <source>R25</source>
        <translation>Kaikukortti tickets are available from {time}.</translation>
    </message>
    <message>
        <source>R26</source>
        <translation>The event or booking time is over.</translation>
    </message>
    <message>
        <source>R27</source>
        <translation>The event is cancelled.</translation>
    </message>
    <message>
        <source>R28</source>
        <translation>No booking with this card. You may give a ticket if any are left.</translation>
    </message>
    <message>
        <source>R29</source>
        <translation>The booking was released: not collected by {time}.</translation>
    </message>
    <message>
        <source>R30</source>
        <translation>All Kaikukortti tickets for the day are given. Suggest another day: {suggestion}.</translation>
    </message>
    <message>
        <source>R30.without_suggestion</source>
        <translation>All Kaikukortti tickets for the day are given. Suggest another day.</translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left</source>
        <translation>
            <numerusform>Only {n} of the Kaikukortti tickets for the day is left. Give fewer or suggest another day: {suggestion}.</numerusform>
            <numerusform>Only {n} of the Kaikukortti tickets for the day are left. Give fewer or suggest another day: {suggestion}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left.without_suggestion</source>
        <translation>
            <numerusform>Only {n} of the Kaikukortti tickets for the day is left. Give fewer or suggest another day.</numerusform>
            <numerusform>Only {n} of the Kaikukortti tickets for the day are left. Give fewer or suggest another day.</numerusform>
        </translation>
    </message>
    <message>
        <source>R31</source>
        <translation>The event is sold out.</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>This card already has a ticket for this event ({time}).</translation>
    </message>
    <message>
        <source>R32.without_time</source>
        <translation>This card already has a ticket for this event.</translation>
    </message>
    <message numerus="yes">
        <source>R33</source>
        <translation>
            <numerusform>Venue limit reached: {n} ticket per {period}. Next from {date}.</numerusform>
            <numerusform>Venue limit reached: {n} tickets per {period}. Next from {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R33.without_date</source>
        <translation>
            <numerusform>Venue limit reached: {n} ticket per {period}.</numerusform>
            <numerusform>Venue limit reached: {n} tickets per {period}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R34</source>
        <translation>
            <numerusform>At most {n} child ticket can be given.</numerusform>
            <numerusform>At most {n} child tickets can be given.</numerusform>
        </translation>
    </message>
    <message>
        <source>R34.zero</source>
        <translation>No child tickets can be given this time.</translation>
    </message>
    <message>
        <source>R35</source>
        <translation>No child places on courses with Kaikukortti.</translation>
    </message>
    <message>
        <source>R36</source>
        <translation>Child tickets only when the cardholder attends the same event.</translation>
    </message>
    <message>
        <source>R37</source>
        <translation>Child tickets are for under-{age}s.</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>This desk's share is given and there is no connection. Another desk may have tickets.</translation>
    </message>
    <message numerus="yes">
        <source>R40</source>
        <translation>
            <numerusform>Course limit reached: {n} per {period}.</numerusform>
            <numerusform>Course limit reached: {n} per {period}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R40.without_date</source>
        <translation>
            <numerusform>Course limit reached: {n} per {period}.</numerusform>
            <numerusform>Course limit reached: {n} per {period}.</numerusform>
        </translation>
    </message>
    <message>
        <source>R41</source>
        <translation>The course is full. The customer can join the waiting list.</translation>
    </message>
    <message>
        <source>R42</source>
        <translation>Enrolment is not open.</translation>
    </message>
    <message>
        <source>R50</source>
        <translation>A community card needs at least one personal card. Scan the members' cards.</translation>
    </message>
    <message>
        <source>R51</source>
        <translation>Community card does not give a course place.</translation>
    </message>
    <message>
        <source>R52</source>
        <translation>The representative's ticket was already given with this card.</translation>
    </message>
    <message>
        <source>R53</source>
        <translation>Group card no. {i} not accepted: {reason}. Continue without it or cancel.</translation>
    </message>
    <message>
        <source>R53.without_reason</source>
        <translation>Group card no. {i} not accepted. Continue without it or cancel.</translation>
    </message>
    <message>
        <source>R54</source>
        <translation>The community card is not valid.</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>The computer clock looks wrong. Fix it before recording.</translation>
    </message>
    <message>
        <source>R61</source>
        <translation>No card list. Fetch it or use the paper form.</translation>
    </message>
    <message>
        <source>R62</source>
        <translation>You have no right to this function.</translation>
    </message>
    <message>
        <source>R63</source>
        <translation>The entry was not saved. Do not give the ticket yet – try again.</translation>
    </message>
    <message numerus="yes">
        <source>R64</source>
        <translation>
            <numerusform>The card list is {n} day old. Fetch it, call a manager, or use the paper form.</numerusform>
            <numerusform>The card list is {n} days old. Fetch it, call a manager, or use the paper form.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R64.of_quotas</source>
        <translation>
            <numerusform>The numbers of tickets are {n} day old. Fetch them, call a manager, or use the paper form.</numerusform>
            <numerusform>The numbers of tickets are {n} days old. Fetch them, call a manager, or use the paper form.</numerusform>
        </translation>
    </message>
    <message>
        <source>R64.of_quotas.without_n</source>
        <translation>The numbers of tickets are not here yet. Fetch them, call a manager, or use the paper form.</translation>
    </message>
    <message numerus="yes">
        <source>R64.of_rules</source>
        <translation>
            <numerusform>The programme is {n} day old. Fetch a new one, call a manager, or use the paper form.</numerusform>
            <numerusform>The programme is {n} days old. Fetch a new one, call a manager, or use the paper form.</numerusform>
        </translation>
    </message>
    <message>
        <source>R70</source>
        <translation>The entry can no longer be undone here. Contact support.</translation>
    </message>
    <message>
        <source>S01</source>
        <translation>Same card was also recorded at another desk.</translation>
    </message>
    <message>
        <source>S02</source>
        <translation>Card had been closed before the entry.</translation>
    </message>
    <message numerus="yes">
        <source>S03</source>
        <translation>
            <numerusform>Quota exceeded by {n} ticket while offline.</numerusform>
            <numerusform>Quota exceeded by {n} tickets while offline.</numerusform>
        </translation>
    </message>
    <message>
        <source>S03.without_n</source>
        <translation>Quota exceeded while offline.</translation>
    </message>
    <message>
        <source>S04</source>
        <translation>Provisionally accepted card was not in the register.</translation>
    </message>
    <message>
        <source>S05</source>
        <translation>Already received (nothing to do).</translation>
    </message>
    <message>
        <source>S06</source>
        <translation>Server did not accept the entry: {reason}. Correct and resend.</translation>
    </message>
    <message>
        <source>S06.without_reason</source>
        <translation>Server did not accept the entry. Correct and resend.</translation>
    </message>
</context>
<context>
    <name>customer</name>
    <message>
        <source>A01</source>
        <translation>Your card is valid. You get a ticket.</translation>
    </message>
    <message numerus="yes">
        <source>A02</source>
        <translation>
            <numerusform>You get a ticket. So does {n} child.</numerusform>
            <numerusform>You get a ticket. So do {n} children.</numerusform>
        </translation>
    </message>
    <message>
        <source>A03</source>
        <translation>You get a place on the course. It is free of charge for you.</translation>
    </message>
    <message numerus="yes">
        <source>A04</source>
        <translation>
            <numerusform>The group's leader gets a ticket. The group gets {n} ticket.</numerusform>
            <numerusform>The group's leader gets a ticket. The group gets {n} tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>A05</source>
        <translation>You get this benefit: {benefit}.</translation>
    </message>
    <message>
        <source>A05.without_benefit</source>
        <translation>You get the benefit.</translation>
    </message>
    <message numerus="yes">
        <source>A06</source>
        <translation>
            <numerusform>Your booking was found. You get {n} ticket.</numerusform>
            <numerusform>Your booking was found. You get {n} tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>A07</source>
        <translation>Your assistant or interpreter gets a ticket, too.</translation>
    </message>
    <message>
        <source>A08</source>
        <translation>A ticket is booked for you. Collect it by {time}.</translation>
    </message>
    <message>
        <source>can_book</source>
        <translation>You can book a ticket. Collect it by {time}.</translation>
    </message>
    <message>
        <source>A09</source>
        <translation>Your ticket has been cancelled.</translation>
    </message>
    <message>
        <source>W03</source>
        <translation>Your card is valid until {date}. You can get a new one where you got this one.</translation>
    </message>
    <message>
        <source>W04</source>
        <translation>Your card ends on {date}, before the event. You get the ticket now.</translation>
    </message>
    <message numerus="yes">
        <source>W05</source>
        <translation>
            <numerusform>Your card gives a ticket to {k} child.</numerusform>
            <numerusform>Your card gives tickets to {k} children.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W05.without_k</source>
        <translation>
            <numerusform>You get a ticket for {n} child.</numerusform>
            <numerusform>You get tickets for {n} children.</numerusform>
        </translation>
    </message>
    <message>
        <source>W08</source>
        <translation>You get a ticket. We check the card later.</translation>
    </message>
    <message>
        <source>W09</source>
        <translation>Could you show some ID? Nothing of it is stored.</translation>
    </message>
    <message>
        <source>R01</source>
        <translation>The card was not read. We try again.</translation>
    </message>
    <message>
        <source>R02</source>
        <translation>The code went wrong. I type it again.</translation>
    </message>
    <message>
        <source>R03</source>
        <translation>This is another card. Do you have a Kaikukortti?</translation>
    </message>
    <message>
        <source>R10</source>
        <translation>Your card does not work yet. You can ask where you got it.</translation>
    </message>
    <message>
        <source>R11</source>
        <translation>Your card is valid from {date}.</translation>
    </message>
    <message>
        <source>R12</source>
        <translation>Your card has expired. You can get a new one where you got this one.</translation>
    </message>
    <message>
        <source>R13</source>
        <translation>This card is not in use. You can ask where you got it.</translation>
    </message>
    <message>
        <source>R14</source>
        <translation>You have a new card. Please show that one.</translation>
    </message>
    <message>
        <source>R15</source>
        <translation>The Kaikukortti pilot is over. The card is no longer valid.</translation>
    </message>
    <message>
        <source>R16</source>
        <translation>Your card is valid from {date}.</translation>
    </message>
    <message>
        <source>R20</source>
        <translation>Your card works in the area of {area}.</translation>
    </message>
    <message>
        <source>R21</source>
        <translation>Cards of the area of {area} work here.</translation>
    </message>
    <message>
        <source>R22</source>
        <translation>Kaikukortti is not in use here.</translation>
    </message>
    <message>
        <source>R23</source>
        <translation>The benefit is not valid now.</translation>
    </message>
    <message>
        <source>R24</source>
        <translation>Kaikukortti does not cover this event.</translation>
    </message>
    <message>
        <source>R25</source>
        <translation>Tickets are available from {time}.</translation>
    </message>
    <message>
        <source>R26</source>
        <translation>The event is over already.</translation>
    </message>
    <message>
        <source>R27</source>
        <translation>The event is cancelled.</translation>
    </message>
    <message>
        <source>R28</source>
        <translation>There is no booking. We see whether there are tickets left.</translation>
    </message>
    <message>
        <source>R29</source>
        <translation>The booking has run out. We see whether there are tickets left.</translation>
    </message>
    <message>
        <source>R30</source>
        <translation>The tickets of this day are all given. You can come on another day.</translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left</source>
        <translation>
            <numerusform>There is only {n} ticket left. You can also come on another day.</numerusform>
            <numerusform>There are only {n} tickets left. You can also come on another day.</numerusform>
        </translation>
    </message>
    <message>
        <source>R31</source>
        <translation>All tickets are gone.</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>You have a ticket for this event already.</translation>
    </message>
    <message numerus="yes">
        <source>R33</source>
        <translation>
            <numerusform>You have had {n} ticket already. You get a new one from {date}.</numerusform>
            <numerusform>You have had {n} tickets already. You get a new one from {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R33.without_date</source>
        <translation>
            <numerusform>You have had {n} ticket already.</numerusform>
            <numerusform>You have had {n} tickets already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R34</source>
        <translation>
            <numerusform>You get at most {n} child ticket.</numerusform>
            <numerusform>You get at most {n} child tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>R34.zero</source>
        <translation>There are no child tickets this time.</translation>
    </message>
    <message>
        <source>R35</source>
        <translation>The course is for you. There are no places for children.</translation>
    </message>
    <message>
        <source>R36</source>
        <translation>A child gets a ticket when you come along.</translation>
    </message>
    <message>
        <source>R37</source>
        <translation>Child tickets are for under-{age}s.</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>This desk has no tickets just now. We ask another desk.</translation>
    </message>
    <message numerus="yes">
        <source>R40</source>
        <translation>
            <numerusform>You have {n} course already. You can take a new one from {date}.</numerusform>
            <numerusform>You have {n} courses already. You can take a new one from {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R40.without_date</source>
        <translation>
            <numerusform>You have {n} course already.</numerusform>
            <numerusform>You have {n} courses already.</numerusform>
        </translation>
    </message>
    <message>
        <source>R41</source>
        <translation>The course is full. You can join the waiting list.</translation>
    </message>
    <message>
        <source>R42</source>
        <translation>Enrolment for the course is not open now.</translation>
    </message>
    <message>
        <source>R50</source>
        <translation>Each member of the group shows their own Kaikukortti.</translation>
    </message>
    <message>
        <source>R51</source>
        <translation>A course place is given with one's own Kaikukortti.</translation>
    </message>
    <message>
        <source>R52</source>
        <translation>The group's leader has a ticket already.</translation>
    </message>
    <message>
        <source>R53</source>
        <translation>One of the group's cards does not work this time.</translation>
    </message>
    <message>
        <source>R54</source>
        <translation>This card is not valid.</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>One moment, please.</translation>
    </message>
    <message>
        <source>R61</source>
        <translation>The program does not work just now. We write your card down on paper.</translation>
    </message>
    <message>
        <source>R63</source>
        <translation>One moment, please.</translation>
    </message>
    <message>
        <source>R64</source>
        <translation>One moment, please. I ask for help.</translation>
    </message>
    <message>
        <source>R70</source>
        <translation>The ticket can no longer be cancelled here.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>Welcome.</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>One moment, I check the card.</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>One moment, please.</translation>
    </message>
    <message>
        <source>given</source>
        <translation>Here you are.</translation>
    </message>
</context>
<context>
    <name>word</name>
    <message numerus="yes">
        <source>give</source>
        <translation>
            <numerusform>Give the ticket</numerusform>
            <numerusform>Give the tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>give_place</source>
        <translation>Give the place</translation>
    </message>
    <message>
        <source>record_visit</source>
        <translation>Record the visit</translation>
    </message>
    <message numerus="yes">
        <source>hand_over</source>
        <translation>
            <numerusform>Hand over the ticket</numerusform>
            <numerusform>Hand over the tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>read_again</source>
        <translation>Scan again</translation>
    </message>
    <message>
        <source>check_code</source>
        <translation>Check the code</translation>
    </message>
    <message>
        <source>other_card</source>
        <translation>A different card</translation>
    </message>
    <message>
        <source>not_now</source>
        <translation>Not this time</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>ask_manager</source>
        <translation>Ask a manager</translation>
    </message>
    <message>
        <source>to_settle</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>nothing_to_do</source>
        <translation>All in order</translation>
    </message>
</context>
<context>
    <name>remedy</name>
    <message>
        <source>scan_again</source>
        <translation>Scan the card again or type its code.</translation>
    </message>
    <message>
        <source>check_code</source>
        <translation>Compare the code with the card, one character at a time.</translation>
    </message>
    <message>
        <source>show_kaikukortti</source>
        <translation>Ask the customer to show their Kaikukortti.</translation>
    </message>
    <message>
        <source>ask_issuer</source>
        <translation>The customer can ask where they got the card.</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>The card can be renewed where it was issued.</translation>
    </message>
    <message>
        <source>come_from</source>
        <translation>Tell the customer from which day this is possible.</translation>
    </message>
    <message>
        <source>show_new_card</source>
        <translation>Ask the customer to show the new card.</translation>
    </message>
    <message>
        <source>own_area</source>
        <translation>Tell the customer where the card works.</translation>
    </message>
    <message>
        <source>other_offer</source>
        <translation>Suggest another event.</translation>
    </message>
    <message>
        <source>other_day</source>
        <translation>Suggest another day.</translation>
    </message>
    <message>
        <source>other_desk</source>
        <translation>Ask whether another desk has tickets.</translation>
    </message>
    <message>
        <source>fewer_children</source>
        <translation>Take fewer child tickets.</translation>
    </message>
    <message>
        <source>no_children</source>
        <translation>Leave out the child tickets. The cardholder can have a place.</translation>
    </message>
    <message>
        <source>holder_comes</source>
        <translation>Give the child tickets when the cardholder comes along.</translation>
    </message>
    <message>
        <source>scan_members</source>
        <translation>Scan the members' own cards.</translation>
    </message>
    <message>
        <source>without_member</source>
        <translation>Continue without this card or cancel.</translation>
    </message>
    <message>
        <source>take_now</source>
        <translation>Give a ticket now if any are left.</translation>
    </message>
    <message>
        <source>waiting_list</source>
        <translation>Offer a place on the waiting list.</translation>
    </message>
    <message>
        <source>set_clock</source>
        <translation>Set the computer's clock.</translation>
    </message>
    <message>
        <source>fetch_list</source>
        <translation>Fetch a new card list once there is a connection. Until then you can use the paper form.</translation>
    </message>
    <message>
        <source>other_community_card</source>
        <translation>The group can come with another community card.</translation>
    </message>
    <message>
        <source>ask_manager</source>
        <translation>Ask a manager for help.</translation>
    </message>
    <message>
        <source>ask_support</source>
        <translation>Contact support.</translation>
    </message>
    <message>
        <source>try_again</source>
        <translation>Try again.</translation>
    </message>
</context>
<context>
    <name>rule</name>
    <message>
        <source>reading</source>
        <translation>The code was read correctly</translation>
    </message>
    <message>
        <source>list_present</source>
        <translation>The desk has a card list</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>The computer's clock is right</translation>
    </message>
    <message>
        <source>list_age</source>
        <translation>The card list is recent</translation>
    </message>
    <message>
        <source>quotas_age</source>
        <translation>The numbers of tickets are recent</translation>
    </message>
    <message>
        <source>rules_age</source>
        <translation>The programme is recent</translation>
    </message>
    <message>
        <source>card_known</source>
        <translation>The card is in the list</translation>
    </message>
    <message>
        <source>card_status</source>
        <translation>The card is in use</translation>
    </message>
    <message>
        <source>area_dates</source>
        <translation>The card's area takes part on this day</translation>
    </message>
    <message>
        <source>card_dates</source>
        <translation>The card is valid on this day</translation>
    </message>
    <message>
        <source>local_card</source>
        <translation>The card works in this area</translation>
    </message>
    <message>
        <source>local_offer</source>
        <translation>The offer is open to cards of this area</translation>
    </message>
    <message>
        <source>venue_member</source>
        <translation>The venue is in the network on the day of visit</translation>
    </message>
    <message>
        <source>popup</source>
        <translation>The pop-up benefit holds on the day of visit</translation>
    </message>
    <message>
        <source>included</source>
        <translation>Kaikukortti covers the event</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>The event is not cancelled</translation>
    </message>
    <message>
        <source>over</source>
        <translation>The event is not over</translation>
    </message>
    <message>
        <source>bookable</source>
        <translation>Tickets are already available</translation>
    </message>
    <message>
        <source>sold_out</source>
        <translation>The event is not sold out</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>The card has a booking</translation>
    </message>
    <message>
        <source>already</source>
        <translation>The card has no ticket for this event yet</translation>
    </message>
    <message>
        <source>card_limit</source>
        <translation>The venue's limit per card is not reached</translation>
    </message>
    <message>
        <source>party</source>
        <translation>Children come with the cardholder</translation>
    </message>
    <message>
        <source>children_count</source>
        <translation>The number of children fits the register</translation>
    </message>
    <message>
        <source>assistants</source>
        <translation>The number of assistants is allowed</translation>
    </message>
    <message>
        <source>group</source>
        <translation>The members have cards of their own</translation>
    </message>
    <message>
        <source>members</source>
        <translation>The member's card is accepted</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>There are tickets in the quota</translation>
    </message>
    <message>
        <source>shared_quota</source>
        <translation>The quota is shared with other desks</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>This desk has tickets to give</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>The card stays valid after the event</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Connection to the server</translation>
    </message>
    <message>
        <source>id_hint</source>
        <translation>ID may be asked for</translation>
    </message>
    <message>
        <source>just_now</source>
        <translation>The card was not read a moment ago</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>The entry can still be undone</translation>
    </message>
    <message>
        <source>release</source>
        <translation>The booking can be released</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>The desk can do and save this</translation>
    </message>
</context>
<context>
    <name>outcome</name>
    <message>
        <source>passed</source>
        <translation>in order</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>worth a note</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>not met</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>with a manager's permission</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>does not apply here</translation>
    </message>
</context>
<context>
    <name>used</name>
    <message>
        <source>as_of</source>
        <translation>data of</translation>
    </message>
    <message>
        <source>already.as_of</source>
        <translation>other desks' news of</translation>
    </message>
    <message>
        <source>card_limit.as_of</source>
        <translation>other desks' news of</translation>
    </message>
    <message>
        <source>booking.as_of</source>
        <translation>other desks' news of</translation>
    </message>
    <message>
        <source>quota.as_of</source>
        <translation>other desks' news of</translation>
    </message>
    <message>
        <source>shared_quota.as_of</source>
        <translation>other desks' news of</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>scanner's keyboard layout repaired</translation>
    </message>
    <message>
        <source>version</source>
        <translation>list number</translation>
    </message>
    <message>
        <source>now</source>
        <translation>time now</translation>
    </message>
    <message>
        <source>n</source>
        <translation>number</translation>
    </message>
    <message>
        <source>list_age.n</source>
        <translation>age of the list in days</translation>
    </message>
    <message>
        <source>quotas_age.n</source>
        <translation>age of the numbers in days</translation>
    </message>
    <message>
        <source>rules_age.n</source>
        <translation>age of the programme in days</translation>
    </message>
    <message>
        <source>quota.n</source>
        <translation>left</translation>
    </message>
    <message>
        <source>rights.n</source>
        <translation>left</translation>
    </message>
    <message>
        <source>already.n</source>
        <translation>earlier entries</translation>
    </message>
    <message>
        <source>card_limit.n</source>
        <translation>earlier entries</translation>
    </message>
    <message>
        <source>children_count.n</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>assistants.n</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>days</source>
        <translation>age of the list in days</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>age of the list</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>kind of card</translation>
    </message>
    <message>
        <source>status</source>
        <translation>state of the card</translation>
    </message>
    <message>
        <source>area</source>
        <translation>area</translation>
    </message>
    <message>
        <source>card_area</source>
        <translation>card's area</translation>
    </message>
    <message>
        <source>same_area</source>
        <translation>same area</translation>
    </message>
    <message>
        <source>from</source>
        <translation>from</translation>
    </message>
    <message>
        <source>to</source>
        <translation>until</translation>
    </message>
    <message>
        <source>date</source>
        <translation>day</translation>
    </message>
    <message>
        <source>time</source>
        <translation>time</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>day of visit</translation>
    </message>
    <message>
        <source>included</source>
        <translation>covered by Kaikukortti</translation>
    </message>
    <message>
        <source>community</source>
        <translation>community cards accepted</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>tickets from</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>tickets until</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>event ends</translation>
    </message>
    <message>
        <source>collect_by</source>
        <translation>collect by</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>limit</translation>
    </message>
    <message>
        <source>period</source>
        <translation>period</translation>
    </message>
    <message>
        <source>children</source>
        <translation>children</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>cardholder comes along</translation>
    </message>
    <message>
        <source>under</source>
        <translation>children are under</translation>
    </message>
    <message>
        <source>k</source>
        <translation>in the register</translation>
    </message>
    <message>
        <source>most</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>members</source>
        <translation>members</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>children without a card</translation>
    </message>
    <message>
        <source>i</source>
        <translation>place in the group</translation>
    </message>
    <message>
        <source>need</source>
        <translation>needed</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>another day</translation>
    </message>
    <message>
        <source>role</source>
        <translation>who</translation>
    </message>
</context>
<context>
    <name>value</name>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>personal card</translation>
    </message>
    <message>
        <source>community</source>
        <translation>community card</translation>
    </message>
    <message>
        <source>active</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>replaced by a new card</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>recent</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>more than a day old</translation>
    </message>
    <message>
        <source>banner</source>
        <translation>more than a week old</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>too old</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>clerk</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>manager</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>unknown</source>
        <translation>Something got in the way. Recorded tickets are safe. Try again.</translation>
    </message>
    <message>
        <source>config</source>
        <translation>The setting {field} cannot be used ({file}). Correct it and start the program again.</translation>
    </message>
    <message>
        <source>config.without_file</source>
        <translation>The setting {field} is missing or makes no sense. Correct it and start the program again.</translation>
    </message>
    <message>
        <source>config.without_field</source>
        <translation>The settings file {file} cannot be read. Correct it and start the program again.</translation>
    </message>
    <message>
        <source>config.without_field_file</source>
        <translation>A setting is missing or makes no sense. Check the settings or ask whoever looks after the system.</translation>
    </message>
    <message>
        <source>config.address</source>
        <translation>The server's address cannot be used. Check it letter by letter.</translation>
    </message>
    <message>
        <source>config.tls</source>
        <translation>The server's address has to begin with https://. Check the address with whoever looks after the system.</translation>
    </message>
    <message>
        <source>config.enrolled</source>
        <translation>This desk is set up already. Start the program again.</translation>
    </message>
    <message numerus="yes">
        <source>config.other_network</source>
        <translation>
            <numerusform>This desk belongs to another network. {n} entry still waits for that network's server. Use a one-time code of the desk's own network.</numerusform>
            <numerusform>This desk belongs to another network. {n} entries still wait for that network's server. Use a one-time code of the desk's own network.</numerusform>
        </translation>
    </message>
    <message>
        <source>config.code</source>
        <translation>The one-time code is missing. Type it as it stands on the paper.</translation>
    </message>
    <message>
        <source>config.translations</source>
        <translation>The texts have not been built. Run in the program's folder: make setup.</translation>
    </message>
    <message>
        <source>store</source>
        <translation>The desk's file cannot be used. Start the program again. If that does not help, ask support.</translation>
    </message>
    <message>
        <source>store_busy</source>
        <translation>Another program is using the desk's file. Close the other Kaikuportti and try again.</translation>
    </message>
    <message>
        <source>store_damaged</source>
        <translation>The desk's file is damaged, or its key does not fit. Nothing was deleted. Ask support.</translation>
    </message>
    <message>
        <source>store_too_new</source>
        <translation>A newer version of the program made the desk's file. Update Kaikuportti.</translation>
    </message>
    <message>
        <source>store_read_only</source>
        <translation>The desk's file cannot be written. Check the folder's permissions or ask whoever looks after the system.</translation>
    </message>
    <message>
        <source>store_full</source>
        <translation>The disk is full. The last entry was not saved; earlier ones are safe. Free some space and try again.</translation>
    </message>
    <message>
        <source>key_missing</source>
        <translation>The desk's key is missing from the system's keyring. Sign in to the computer with the desk's account or ask support.</translation>
    </message>
    <message>
        <source>key_missing.file</source>
        <translation>The desk's key file {file} is missing or cannot be read. Nothing was deleted. Put the file back into the desk's folder or ask support.</translation>
    </message>
    <message>
        <source>camera_missing</source>
        <translation>No camera was found. You can use a hand scanner or type the code.</translation>
    </message>
    <message>
        <source>camera_busy</source>
        <translation>Another program is using the camera. Close that program. Meanwhile you can use a hand scanner or type the code.</translation>
    </message>
    <message>
        <source>camera_denied</source>
        <translation>The camera is blocked on this computer. Allow it in the privacy settings or ask support. Meanwhile you can type the code.</translation>
    </message>
    <message>
        <source>camera_lost</source>
        <translation>The camera went away. Check its cable. Meanwhile you can type the code.</translation>
    </message>
    <message>
        <source>camera_silent</source>
        <translation>The camera sends no picture. Unplug it and plug it in again. Meanwhile you can type the code.</translation>
    </message>
    <message>
        <source>decoder_missing</source>
        <translation>This computer lacks the program that reads barcodes. Type the code or use a hand scanner, and ask for it to be installed.</translation>
    </message>
    <message>
        <source>picture_bad</source>
        <translation>The picture cannot be used. Choose another picture.</translation>
    </message>
    <message>
        <source>picture_bad.missing</source>
        <translation>The file was not found. Choose the picture again.</translation>
    </message>
    <message>
        <source>picture_bad.not_a_file</source>
        <translation>This is not a file. Choose a picture file.</translation>
    </message>
    <message>
        <source>picture_bad.unreadable</source>
        <translation>The file cannot be opened. Check its permissions or choose another picture.</translation>
    </message>
    <message>
        <source>picture_bad.empty</source>
        <translation>The file is empty. Choose another picture.</translation>
    </message>
    <message>
        <source>picture_bad.too_large</source>
        <translation>The picture is too large. Choose a smaller one.</translation>
    </message>
    <message>
        <source>picture_bad.not_a_picture</source>
        <translation>The file is not a picture. Choose a picture such as PNG or JPEG.</translation>
    </message>
    <message>
        <source>picture_bad.broken</source>
        <translation>The picture is damaged. Choose another one.</translation>
    </message>
    <message>
        <source>picture_bad.halted</source>
        <translation>Reading this picture had to be stopped. Choose another picture, or type the code.</translation>
    </message>
    <message>
        <source>picture_bad.two_cards</source>
        <translation>There is more than one card in the picture. Show one card at a time.</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>The server could not be used just now. You can keep giving tickets. The program will try again by itself.</translation>
    </message>
    <message>
        <source>hub_unreachable</source>
        <translation>The server cannot be reached. You can keep giving tickets. Entries are sent when the connection is back.</translation>
    </message>
    <message>
        <source>hub_refused</source>
        <translation>The server did not accept the request. Recorded tickets are safe. Check the desk's enrolment or ask support.</translation>
    </message>
    <message>
        <source>hub_revoked</source>
        <translation>The server has shut this desk out. It gives no more tickets. Recorded tickets are safe and are still sent. Ask whoever looks after the system.</translation>
    </message>
    <message>
        <source>hub_garbled</source>
        <translation>Something other than the Kaikuportti server answered. Check the address and the network.</translation>
    </message>
    <message>
        <source>hub_garbled.tls</source>
        <translation>The server's certificate does not hold, so no connection was made. Check the address and the computer's clock, or ask support.</translation>
    </message>
    <message>
        <source>hub_garbled.version</source>
        <translation>The server and the desk have different versions of the program. Update Kaikuportti.</translation>
    </message>
    <message>
        <source>import_bad</source>
        <translation>The file to import cannot be read. Check that it is CSV or JSON, and try again.</translation>
    </message>
    <message>
        <source>hub_refused.code_unknown</source>
        <translation>The server does not know this one-time code. Check it letter by letter or ask whoever looks after the system for a new one.</translation>
    </message>
    <message>
        <source>hub_refused.code_spent</source>
        <translation>The one-time code was used already. Ask whoever looks after the system for a new one.</translation>
    </message>
    <message>
        <source>hub_refused.code_expired</source>
        <translation>The one-time code has expired. Ask whoever looks after the system for a new one.</translation>
    </message>
    <message>
        <source>hub_refused.slow_down</source>
        <translation>The code was typed wrong many times. Wait a moment and try again.</translation>
    </message>
    <message>
        <source>hub_refused.unauthorized</source>
        <translation>The server does not know this desk. Recorded tickets are safe. Ask whoever looks after the system for a new one-time code.</translation>
    </message>
    <message>
        <source>hub_refused.version</source>
        <translation>The server and the desk have different versions of the program. Recorded tickets are safe. Update Kaikuportti.</translation>
    </message>
    <message>
        <source>register_refused</source>
        <translation>The register has nothing of that name, or has it already. Check the name and try again.</translation>
    </message>
    <message>
        <source>bad_input</source>
        <translation>This cannot be used. Check what you wrote.</translation>
    </message>
</context>
<context>
    <name>hint</name>
    <message>
        <source>empty</source>
        <translation>Scan or type the code.</translation>
    </message>
    <message>
        <source>too_short</source>
        <translation>The code needs more characters.</translation>
    </message>
    <message>
        <source>too_long</source>
        <translation>The code has too many characters.</translation>
    </message>
    <message>
        <source>wrong_character</source>
        <translation>One character does not belong. The code has only letters A–Z and digits.</translation>
    </message>
    <message>
        <source>check_character</source>
        <translation>One character is probably wrong. Compare with the card.</translation>
    </message>
    <message>
        <source>lookalike</source>
        <translation>Check O and 0, I and 1.</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>The scanner's keyboard layout differs from the computer's. Set the scanner to the same layout.</translation>
    </message>
</context>
<context>
    <name>lift</name>
    <message>
        <source>R30</source>
        <translation>tickets over the day's quota</translation>
    </message>
    <message>
        <source>R31</source>
        <translation>tickets for a sold-out event</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>a second ticket for the same event</translation>
    </message>
    <message>
        <source>R33</source>
        <translation>tickets over the card's limit</translation>
    </message>
    <message>
        <source>R34</source>
        <translation>more children than in the register</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>tickets over this desk's share</translation>
    </message>
    <message>
        <source>R40</source>
        <translation>more courses than the limit allows</translation>
    </message>
    <message>
        <source>R41</source>
        <translation>a place on a full course</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>a ticket though the computer's clock may be wrong</translation>
    </message>
    <message>
        <source>R62</source>
        <translation>more assistants than the event allows</translation>
    </message>
    <message>
        <source>R64</source>
        <translation>a ticket with old lists</translation>
    </message>
    <message>
        <source>room</source>
        <translation>There is room after all</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>Agreed with the support service</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>A fault in the system or the list</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Another reason</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>enrolled</source>
        <translation>The desk's enrolment</translation>
    </message>
    <message>
        <source>redemption</source>
        <translation>Tickets given</translation>
    </message>
    <message>
        <source>void</source>
        <translation>Undone tickets</translation>
    </message>
    <message>
        <source>reservation</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Released booking</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>A day's number of tickets, changed</translation>
    </message>
    <message>
        <source>override</source>
        <translation>A manager's permission</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>A case that was settled</translation>
    </message>
    <message>
        <source>give_back</source>
        <translation>Part of this desk's share given back</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>garbled</source>
        <translation>the entry is damaged and cannot be read</translation>
    </message>
    <message>
        <source>senseless</source>
        <translation>the entry does not fit what the server holds</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>the server does not know such an entry yet</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>the entry is for another venue</translation>
    </message>
    <message>
        <source>forked</source>
        <translation>there are two versions of this desk's entries</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>the desk had been taken out of use</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>the server itself failed</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>recorded</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>practised</source>
        <translation>practice</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>not accepted by the server</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>list_fresh</source>
        <translation>Card list is recent</translation>
    </message>
    <message>
        <source>list_notice</source>
        <translation>Card list of {time}. You can give tickets until {date}.</translation>
    </message>
    <message>
        <source>list_banner</source>
        <translation>The card list is old: it is of {time}. You can give tickets until {date}. Fetch a new one before that.</translation>
    </message>
    <message>
        <source>list_stop</source>
        <translation>The card list is too old: it is of {time}. Fetch a new one. A manager can allow a ticket (F6).</translation>
    </message>
    <message>
        <source>quotas_notice</source>
        <translation>Numbers of tickets of {time}. You can give from this desk's share.</translation>
    </message>
    <message>
        <source>quotas_banner</source>
        <translation>The numbers of tickets are old: they are of {time}. You can give from this desk's share, from others until {date}.</translation>
    </message>
    <message>
        <source>quotas_stop</source>
        <translation>The numbers of tickets have not come for long. You can give from this desk's share. A manager decides on others (F6).</translation>
    </message>
    <message>
        <source>rules_notice</source>
        <translation>Programme of {time}. You can give tickets until {date}.</translation>
    </message>
    <message>
        <source>rules_banner</source>
        <translation>The programme is old: it is of {time}. You can give tickets until {date}. Fetch a new one before that.</translation>
    </message>
    <message>
        <source>rules_stop</source>
        <translation>The programme is too old: it is of {time}. Fetch a new one. A manager can allow a ticket (F6).</translation>
    </message>
    <message>
        <source>list_none</source>
        <translation>No card list yet</translation>
    </message>
    <message>
        <source>camera_opening</source>
        <translation>Camera is starting</translation>
    </message>
    <message>
        <source>camera_watching</source>
        <translation>Camera is ready</translation>
    </message>
    <message>
        <source>camera_two_cards</source>
        <translation>Show one card at a time</translation>
    </message>
    <message>
        <source>camera_black</source>
        <translation>The camera's picture is black. Open the camera's cover or switch on a light.</translation>
    </message>
    <message>
        <source>camera_frozen</source>
        <translation>The camera's picture stands still. Unplug it and plug it in again.</translation>
    </message>
    <message>
        <source>camera_troubled</source>
        <translation>The camera's picture is not usable now. Still trying.</translation>
    </message>
    <message>
        <source>camera_missing</source>
        <translation>No camera was found. Plug it in, use a scanner or type the code.</translation>
    </message>
    <message>
        <source>camera_busy</source>
        <translation>Another program is using the camera. Close that program.</translation>
    </message>
    <message>
        <source>camera_denied</source>
        <translation>The camera is blocked on this computer. Allow it in the privacy settings or ask support.</translation>
    </message>
    <message>
        <source>camera_lost</source>
        <translation>Camera is gone. Check its cable.</translation>
    </message>
    <message>
        <source>camera_silent</source>
        <translation>The camera sends no picture. Unplug it and plug it in again.</translation>
    </message>
    <message>
        <source>camera_stopped</source>
        <translation>Camera is off</translation>
    </message>
    <message>
        <source>scanner_off</source>
        <translation>No serial scanner is used. A scanner that is a keyboard always works.</translation>
    </message>
    <message>
        <source>scanner_searching</source>
        <translation>No serial scanner was found. A scanner that is a keyboard always works.</translation>
    </message>
    <message>
        <source>scanner_ready</source>
        <translation>The serial scanner is ready</translation>
    </message>
    <message>
        <source>scanner_noisy</source>
        <translation>Text comes from the serial port without a pause. Choose in the menu the port that has the scanner.</translation>
    </message>
    <message>
        <source>scanner_lost</source>
        <translation>The serial scanner is not connected. Check its cable.</translation>
    </message>
    <message>
        <source>scanner_busy</source>
        <translation>Another program is using the serial scanner</translation>
    </message>
    <message>
        <source>scanner_denied</source>
        <translation>This account may not use the serial scanner. Ask support.</translation>
    </message>
    <message>
        <source>scanner_no_library</source>
        <translation>This computer lacks the program for serial scanners. Ask support.</translation>
    </message>
</context>
<context>
    <name>period</name>
    <message>
        <source>performance</source>
        <translation>performance</translation>
    </message>
    <message>
        <source>day</source>
        <translation>day</translation>
    </message>
    <message>
        <source>week</source>
        <translation>week</translation>
    </message>
    <message>
        <source>month</source>
        <translation>month</translation>
    </message>
    <message>
        <source>term</source>
        <translation>term</translation>
    </message>
    <message>
        <source>year</source>
        <translation>year</translation>
    </message>
</context>
<context>
    <name>role</name>
    <message>
        <source>clerk</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>volunteer</source>
        <translation>Volunteer</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>fi</source>
        <translation>Suomi</translation>
    </message>
    <message>
        <source>sv</source>
        <translation>Svenska</translation>
    </message>
    <message>
        <source>en</source>
        <translation>English</translation>
    </message>
    <message>
        <source>selko</source>
        <translation>Selkosuomi</translation>
    </message>
</context>
<context>
    <name>practice</name>
    <message>
        <source>plain</source>
        <translation>Ordinary card</translation>
    </message>
    <message>
        <source>plain.shows</source>
        <translation>Give the ticket: one scan and one Enter.</translation>
    </message>
    <message>
        <source>children</source>
        <translation>Two children</translation>
    </message>
    <message>
        <source>children.shows</source>
        <translation>Add the children with + and give all tickets. For a third child call the manager, and press F6.</translation>
    </message>
    <message>
        <source>no_children</source>
        <translation>No children</translation>
    </message>
    <message>
        <source>no_children.shows</source>
        <translation>The register shows no children for this card. Press + and see what the program advises.</translation>
    </message>
    <message>
        <source>ends_soon</source>
        <translation>Ends soon</translation>
    </message>
    <message>
        <source>ends_soon.shows</source>
        <translation>Give the ticket and say where the card is renewed. For the play in a week's time (F2) the note is different.</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>A booking</translation>
    </message>
    <message>
        <source>booked.shows</source>
        <translation>Two tickets are booked with this card for tonight's play: hand them over.</translation>
    </message>
    <message>
        <source>already</source>
        <translation>Ticket given already</translation>
    </message>
    <message>
        <source>already.shows</source>
        <translation>The card has two tickets for tonight's play already, as when a customer comes back an hour later.</translation>
    </message>
    <message>
        <source>community</source>
        <translation>Community card</translation>
    </message>
    <message>
        <source>community.shows</source>
        <translation>Begins a group. Then scan the members' cards, such as two children and group member, and give for all with one Enter.</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Group member</translation>
    </message>
    <message>
        <source>member.shows</source>
        <translation>A member's own card. The same card twice is one member; Backspace removes the last one.</translation>
    </message>
    <message>
        <source>member_used</source>
        <translation>Member who has a ticket</translation>
    </message>
    <message>
        <source>member_used.shows</source>
        <translation>In a group this card does not hold for tonight's play: Enter goes on without it.</translation>
    </message>
    <message>
        <source>community_used</source>
        <translation>Community card, used</translation>
    </message>
    <message>
        <source>community_used.shows</source>
        <translation>The representative has a ticket for tonight's play already.</translation>
    </message>
    <message>
        <source>community_closed</source>
        <translation>Community card, not valid</translation>
    </message>
    <message>
        <source>community_closed.shows</source>
        <translation>The card is not valid and begins no group. The next card is the next customer's.</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>expired.shows</source>
        <translation>The card ended 12 days ago. Say kindly where it is renewed.</translation>
    </message>
    <message>
        <source>not_yet</source>
        <translation>Not valid yet</translation>
    </message>
    <message>
        <source>not_yet.shows</source>
        <translation>The card begins in 12 days.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>closed.shows</source>
        <translation>The card is closed. Nobody sees why.</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>replaced.shows</source>
        <translation>The customer has a new card: ask for it.</translation>
    </message>
    <message>
        <source>area_ended</source>
        <translation>Pilot ended</translation>
    </message>
    <message>
        <source>area_ended.shows</source>
        <translation>The pilot of the card's area has ended.</translation>
    </message>
    <message>
        <source>local</source>
        <translation>Card of its own area</translation>
    </message>
    <message>
        <source>local.shows</source>
        <translation>The card works only in its own area, not here.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>Not in the list</translation>
    </message>
    <message>
        <source>unknown.shows</source>
        <translation>The card is not found. Tick practising without a connection above and scan again: then the ticket can be given provisionally.</translation>
    </message>
    <message>
        <source>mistyped</source>
        <translation>Typing slip</translation>
    </message>
    <message>
        <source>mistyped.shows</source>
        <translation>A typed code whose last sign is wrong.</translation>
    </message>
    <message>
        <source>misread</source>
        <translation>Blurred bar code</translation>
    </message>
    <message>
        <source>misread.shows</source>
        <translation>The scanner misread: scan again or type.</translation>
    </message>
    <message>
        <source>other_card</source>
        <translation>Another card</translation>
    </message>
    <message>
        <source>other_card.shows</source>
        <translation>A museum card or a loyalty card: no Kaikukortti.</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>window.title</source>
        <translation>Kaikuportti – ticket desk</translation>
    </message>
    <message>
        <source>window.demo</source>
        <translation>Demonstration. The clock is shifted: it is now {time}.</translation>
    </message>
    <message>
        <source>window.language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>window.help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>window.about</source>
        <translation>About</translation>
    </message>
    <message>
        <source>window.manager</source>
        <translation>Manager's page</translation>
    </message>
    <message numerus="yes">
        <source>window.close_waiting</source>
        <translation>
            <numerusform>{n} ticket is still waiting to be sent. It is safe and will be sent automatically when the program is open again and there is a connection.</numerusform>
            <numerusform>{n} tickets are still waiting to be sent. They are safe and will be sent automatically when the program is open again and there is a connection.</numerusform>
        </translation>
    </message>
    <message>
        <source>window.trouble</source>
        <translation>Something went wrong in the program. Recorded tickets are safe. You can go on or start the program again.</translation>
    </message>
    <message>
        <source>action.cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>action.close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>action.back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>today.title</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>today.previous</source>
        <translation>Previous day</translation>
    </message>
    <message>
        <source>today.next</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>today.day</source>
        <translation>Day, e.g. 24.12.</translation>
    </message>
    <message>
        <source>today.no_day</source>
        <translation>Type a day within the coming year.</translation>
    </message>
    <message>
        <source>today.filter</source>
        <translation>Find an event</translation>
    </message>
    <message>
        <source>today.none</source>
        <translation>There are no events on this day. Choose another day.</translation>
    </message>
    <message>
        <source>today.no_match</source>
        <translation>No event fits the search.</translation>
    </message>
    <message>
        <source>today.all_day</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>today.begins</source>
        <translation>begins {date}</translation>
    </message>
    <message numerus="yes">
        <source>today.left</source>
        <translation>
            <numerusform>{n} left</numerusform>
            <numerusform>{n} left</numerusform>
        </translation>
    </message>
    <message>
        <source>today.left_here</source>
        <translation>{n} left · {k} here</translation>
    </message>
    <message>
        <source>today.no_limit</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>today.over</source>
        <translation>over</translation>
    </message>
    <message>
        <source>today.sold_out</source>
        <translation>sold out</translation>
    </message>
    <message>
        <source>today.cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>today.not_open</source>
        <translation>not open yet</translation>
    </message>
    <message>
        <source>today.all_given</source>
        <translation>all given</translation>
    </message>
    <message>
        <source>today.not_now</source>
        <translation>not available</translation>
    </message>
    <message>
        <source>booking.open</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>booking.title</source>
        <translation>Bookings: {offer}</translation>
    </message>
    <message>
        <source>booking.none</source>
        <translation>Nothing is booked for this.</translation>
    </message>
    <message>
        <source>booking.hint</source>
        <translation>Scan a card to hand over its booking. Esc goes back.</translation>
    </message>
    <message>
        <source>booking.held</source>
        <translation>collect by {time}</translation>
    </message>
    <message>
        <source>booking.late</source>
        <translation>not collected by {time}</translation>
    </message>
    <message>
        <source>booking.collected</source>
        <translation>collected</translation>
    </message>
    <message>
        <source>booking.released</source>
        <translation>released</translation>
    </message>
    <message>
        <source>booking.elsewhere</source>
        <translation>Booked at another desk</translation>
    </message>
    <message>
        <source>booking.release</source>
        <translation>Release the booking</translation>
    </message>
    <message numerus="yes">
        <source>booking.release_late</source>
        <translation>
            <numerusform>Let {n} uncollected go</numerusform>
            <numerusform>Let {n} uncollected go</numerusform>
        </translation>
    </message>
    <message>
        <source>booking.let_go</source>
        <translation>The booking was released. Its tickets are back in the quota.</translation>
    </message>
    <message numerus="yes">
        <source>booking.let_late_go</source>
        <translation>
            <numerusform>{n} uncollected booking was released.</numerusform>
            <numerusform>{n} uncollected bookings were released.</numerusform>
        </translation>
    </message>
    <message>
        <source>booking.still_time</source>
        <translation>All bookings can still be collected.</translation>
    </message>
    <message>
        <source>booking.managers</source>
        <translation>The time to collect is over. A manager can release it (F6).</translation>
    </message>
    <message>
        <source>booking.reserve</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>booking.take</source>
        <translation>Give the tickets now</translation>
    </message>
    <message>
        <source>booking.without</source>
        <translation>Give a ticket without a booking</translation>
    </message>
    <message>
        <source>booking.can</source>
        <translation>The tickets can be booked. Collect by {time}.</translation>
    </message>
    <message>
        <source>booking.word</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>booking.undo_hint</source>
        <translation>Tell the customer by when to collect. Undo the booking: Ctrl+Z.</translation>
    </message>
    <message>
        <source>scan.label</source>
        <translation>Card code</translation>
    </message>
    <message>
        <source>scan.placeholder</source>
        <translation>Scan or type the code</translation>
    </message>
    <message>
        <source>scan.ready</source>
        <translation>Ready. Scan a card.</translation>
    </message>
    <message>
        <source>scan.looking</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>scan.drop</source>
        <translation>Drop a picture of the card here</translation>
    </message>
    <message>
        <source>scan.open</source>
        <translation>Open a picture</translation>
    </message>
    <message>
        <source>scan.pictures</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>scan.choose_first</source>
        <translation>Choose an event first.</translation>
    </message>
    <message>
        <source>scan.choose_word</source>
        <translation>Choose the event</translation>
    </message>
    <message>
        <source>scan.which</source>
        <translation>The card is read. Which event is it for?</translation>
    </message>
    <message>
        <source>scan.which_how</source>
        <translation>Choose with the arrows and press Enter.</translation>
    </message>
    <message>
        <source>scan.arrived</source>
        <translation>The signs around the code were left out. The scanner sent: {seen}</translation>
    </message>
    <message>
        <source>camera.title</source>
        <translation>Camera picture</translation>
    </message>
    <message>
        <source>camera.hold</source>
        <translation>Hold the card inside the frame</translation>
    </message>
    <message>
        <source>camera.show</source>
        <translation>Show the card to the camera</translation>
    </message>
    <message>
        <source>camera.none</source>
        <translation>No camera</translation>
    </message>
    <message>
        <source>camera.numbered</source>
        <translation>Camera {number}</translation>
    </message>
    <message>
        <source>verdict.panel</source>
        <translation>Result of the check</translation>
    </message>
    <message>
        <source>verdict.card</source>
        <translation>Card {card}</translation>
    </message>
    <message>
        <source>verdict.community</source>
        <translation>Community card {card}</translation>
    </message>
    <message>
        <source>verdict.valid_until</source>
        <translation>until {date}</translation>
    </message>
    <message>
        <source>verdict.offline_checked</source>
        <translation>Offline. Checked against the list of {time}.</translation>
    </message>
    <message>
        <source>verdict.not_recorded</source>
        <translation>No ticket was recorded. Do not give it yet.</translation>
    </message>
    <message>
        <source>verdict.look_word</source>
        <translation>Card accepted</translation>
    </message>
    <message numerus="yes">
        <source>verdict.look_tickets</source>
        <translation>
            <numerusform>The card gives one ticket.</numerusform>
            <numerusform>The card gives {n} tickets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>verdict.children</source>
        <translation>
            <numerusform>{n} child</numerusform>
            <numerusform>{n} children</numerusform>
        </translation>
    </message>
    <message>
        <source>verdict.why</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>verdict.why_title</source>
        <translation>How this was decided</translation>
    </message>
    <message>
        <source>paper.title</source>
        <translation>Enter from paper</translation>
    </message>
    <message>
        <source>paper.intro</source>
        <translation>Every row is recorded: the ticket has been given. Type the row’s own day and time. A row that is not finished is kept even if the power fails.</translation>
    </message>
    <message>
        <source>paper.day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>paper.time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>paper.event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>paper.code</source>
        <translation>Card code</translation>
    </message>
    <message>
        <source>paper.children</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>paper.assistants</source>
        <translation>Assistants</translation>
    </message>
    <message>
        <source>paper.members</source>
        <translation>Group’s cards</translation>
    </message>
    <message>
        <source>paper.who</source>
        <translation>Group’s representative</translation>
    </message>
    <message>
        <source>paper.worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>paper.student</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>paper.volunteer</source>
        <translation>Volunteer</translation>
    </message>
    <message>
        <source>paper.choose</source>
        <translation>Choose the event</translation>
    </message>
    <message>
        <source>paper.record</source>
        <translation>Record the row</translation>
    </message>
    <message>
        <source>paper.again</source>
        <translation>Another ticket: record it all the same</translation>
    </message>
    <message>
        <source>paper.later</source>
        <translation>Leave for later</translation>
    </message>
    <message>
        <source>paper.strike</source>
        <translation>Strike out the row</translation>
    </message>
    <message>
        <source>paper.leave</source>
        <translation>Back to the desk</translation>
    </message>
    <message>
        <source>paper.waiting</source>
        <translation>Not finished. Not recorded yet.</translation>
    </message>
    <message>
        <source>paper.not_saved</source>
        <translation>The row was not saved. Keep the sheet and try again.</translation>
    </message>
    <message>
        <source>paper.go_on</source>
        <translation>Go on with the row</translation>
    </message>
    <message>
        <source>paper.take_back</source>
        <translation>Undo the entry</translation>
    </message>
    <message>
        <source>paper.taken_back</source>
        <translation>The entry is undone.</translation>
    </message>
    <message>
        <source>paper.not_taken_back</source>
        <translation>The undoing was not saved: the row is still recorded. Try again.</translation>
    </message>
    <message>
        <source>paper.recorded</source>
        <translation>Recorded.</translation>
    </message>
    <message>
        <source>paper.case</source>
        <translation>Recorded. The customer keeps the ticket. A manager has a look later, because the rules say: {rules}</translation>
    </message>
    <message>
        <source>paper.before</source>
        <translation>This card already has a ticket for this event ({time}). If that is this row, strike it out.</translation>
    </message>
    <message>
        <source>paper.wrong_day</source>
        <translation>Type the day as on the paper: 13.10. or 13.10.2018.</translation>
    </message>
    <message>
        <source>paper.wrong_time</source>
        <translation>Type the time: 18:05.</translation>
    </message>
    <message>
        <source>paper.wrong_future</source>
        <translation>That time is in the future. Check the day and the time.</translation>
    </message>
    <message>
        <source>paper.wrong_old</source>
        <translation>The row is more than a year old. Check the year.</translation>
    </message>
    <message>
        <source>paper.wrong_event</source>
        <translation>Choose the event.</translation>
    </message>
    <message>
        <source>paper.wrong_no_code</source>
        <translation>Type the card’s code.</translation>
    </message>
    <message>
        <source>paper.wrong_code</source>
        <translation>The code has the wrong form. Compare it with the paper.</translation>
    </message>
    <message>
        <source>paper.wrong_member</source>
        <translation>The code of the group’s card no. {i} has the wrong form.</translation>
    </message>
    <message>
        <source>paper.wrong_no_members</source>
        <translation>This is a community card. Type the group’s cards as well.</translation>
    </message>
    <message>
        <source>paper.wrong_no_group</source>
        <translation>This is not a community card. Record each card in a row of its own.</translation>
    </message>
    <message>
        <source>paper.wrong_twice</source>
        <translation>The same card is in the row twice.</translation>
    </message>
    <message>
        <source>paper.wrong_many</source>
        <translation>There are too many tickets for one row. Check the numbers.</translation>
    </message>
    <message>
        <source>paper.menu</source>
        <translation>Enter from paper</translation>
    </message>
    <message>
        <source>sheet.title</source>
        <translation>Kaikukortti tickets on paper</translation>
    </message>
    <message>
        <source>sheet.how</source>
        <translation>While the program is away: write each card in a row of its own and give the tickets. A group: the community card first, then the members’ cards in the rows below. No names are written.</translation>
    </message>
    <message>
        <source>sheet.venue</source>
        <translation>Venue</translation>
    </message>
    <message>
        <source>sheet.group</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>sheet.member</source>
        <translation>group member</translation>
    </message>
    <message>
        <source>sheet.after</source>
        <translation>Enter the rows as soon as possible: Ctrl+E. Keep the paper locked up, and destroy it once it is entered.</translation>
    </message>
    <message>
        <source>sheet.menu</source>
        <translation>Paper sheet (PDF)</translation>
    </message>
    <message>
        <source>sheet.file</source>
        <translation>kaikukortti-paper-sheet</translation>
    </message>
    <message>
        <source>guide.menu</source>
        <translation>Cheat sheet and quick guide (PDF)</translation>
    </message>
    <message>
        <source>guide.file</source>
        <translation>kaikukortti-cheat-sheet</translation>
    </message>
    <message>
        <source>print.where</source>
        <translation>Where should the PDF go?</translation>
    </message>
    <message>
        <source>party.children</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>party.fewer</source>
        <translation>One child less</translation>
    </message>
    <message>
        <source>party.more</source>
        <translation>One child more</translation>
    </message>
    <message>
        <source>party.assistant</source>
        <translation>Assistant or interpreter</translation>
    </message>
    <message>
        <source>party.children_under</source>
        <translation>Children under {age}</translation>
    </message>
    <message numerus="yes">
        <source>party.assistants</source>
        <translation>
            <numerusform>{n} assistant or interpreter</numerusform>
            <numerusform>{n} assistants or interpreters</numerusform>
        </translation>
    </message>
    <message>
        <source>party.assistant_more</source>
        <translation>A again: {n} assistants or interpreters. Once more: none.</translation>
    </message>
    <message numerus="yes">
        <source>party.assistant_tickets</source>
        <translation>
            <numerusform>Plus {n} free ticket for an assistant or interpreter.</numerusform>
            <numerusform>Plus {n} free tickets for assistants or interpreters.</numerusform>
        </translation>
    </message>
    <message>
        <source>group.title</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>group.next</source>
        <translation>Scan the next member's card</translation>
    </message>
    <message>
        <source>group.many</source>
        <translation>The group has {n} cards already. A large group may also come with two community cards.</translation>
    </message>
    <message>
        <source>group.own_booking</source>
        <translation>The card has a booking of its own. Go on without it and scan the card alone after the group.</translation>
    </message>
    <message>
        <source>group.bringer</source>
        <translation>Brought by: {what}</translation>
    </message>
    <message>
        <source>group.guests</source>
        <translation>Children without a card</translation>
    </message>
    <message>
        <source>group.member</source>
        <translation>Card no. {i} {card}</translation>
    </message>
    <message>
        <source>group.fits</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>group.remove</source>
        <translation>Remove from the group</translation>
    </message>
    <message numerus="yes">
        <source>group.go_on</source>
        <translation>
            <numerusform>Continue without it</numerusform>
            <numerusform>Continue without them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>give.tickets</source>
        <translation>
            <numerusform>Give {n} ticket</numerusform>
            <numerusform>Give {n} tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>give.place</source>
        <translation>Give the course place</translation>
    </message>
    <message>
        <source>give.visit</source>
        <translation>Record the visit</translation>
    </message>
    <message numerus="yes">
        <source>give.hand_over</source>
        <translation>
            <numerusform>Hand over {n} ticket</numerusform>
            <numerusform>Hand over {n} tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>give.book</source>
        <translation>
            <numerusform>Book {n} ticket</numerusform>
            <numerusform>Book {n} tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>give.clear</source>
        <translation>Clear</translation>
    </message>
    <message numerus="yes">
        <source>give.done</source>
        <translation>
            <numerusform>{n} ticket recorded</numerusform>
            <numerusform>{n} tickets recorded</numerusform>
        </translation>
    </message>
    <message>
        <source>give.next</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>give.undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>given.title</source>
        <translation>Tickets given</translation>
    </message>
    <message>
        <source>given.none</source>
        <translation>No tickets given today yet.</translation>
    </message>
    <message numerus="yes">
        <source>given.tickets</source>
        <translation>
            <numerusform>{n} ticket</numerusform>
            <numerusform>{n} tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>given.group</source>
        <translation>
            <numerusform>group of {n}</numerusform>
            <numerusform>group of {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>given.undo_line</source>
        <translation>Undo {time} card {card}</translation>
    </message>
    <message>
        <source>status.all_sent</source>
        <translation>All tickets are sent</translation>
    </message>
    <message numerus="yes">
        <source>status.rights</source>
        <translation>
            <numerusform>{offer}: {n} ticket at this desk</numerusform>
            <numerusform>{offer}: {n} tickets at this desk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting</source>
        <translation>
            <numerusform>{n} ticket waiting to be sent, given {time}</numerusform>
            <numerusform>{n} tickets waiting to be sent, the oldest given {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting_short</source>
        <translation>
            <numerusform>{n} ticket waiting to be sent</numerusform>
            <numerusform>{n} tickets waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting.without_time</source>
        <translation>
            <numerusform>{n} ticket waiting to be sent</numerusform>
            <numerusform>{n} tickets waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.entries_waiting</source>
        <translation>
            <numerusform>{n} entry waiting to be sent</numerusform>
            <numerusform>{n} entries waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.refused</source>
        <translation>
            <numerusform>{n} entry needs a manager's attention</numerusform>
            <numerusform>{n} entries need a manager's attention</numerusform>
        </translation>
    </message>
    <message>
        <source>status.offline_since</source>
        <translation>Offline since {time}. You can keep giving tickets.</translation>
    </message>
    <message>
        <source>status.offline_only</source>
        <translation>Offline since {time}.</translation>
    </message>
    <message numerus="yes">
        <source>status.given_today</source>
        <translation>
            <numerusform>{n} ticket given today</numerusform>
            <numerusform>{n} tickets given today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_minutes</source>
        <translation>
            <numerusform>list {n} min old</numerusform>
            <numerusform>list {n} min old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_hours</source>
        <translation>
            <numerusform>list {n} h old</numerusform>
            <numerusform>list {n} h old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_days</source>
        <translation>
            <numerusform>list {n} day old</numerusform>
            <numerusform>list {n} days old</numerusform>
        </translation>
    </message>
    <message>
        <source>status.scanner</source>
        <translation>Scanner ready</translation>
    </message>
    <message>
        <source>status.scanner_layout</source>
        <translation>the scanner's keyboard differs from the computer's (F12)</translation>
    </message>
    <message>
        <source>status.clock_ok</source>
        <translation>Clock right</translation>
    </message>
    <message>
        <source>status.clock_doubt</source>
        <translation>Check the computer's clock</translation>
    </message>
    <message>
        <source>status.disk_low</source>
        <translation>little room on the disk (F12)</translation>
    </message>
    <message numerus="yes">
        <source>status.others</source>
        <translation>
            <numerusform>Another window is open too</numerusform>
            <numerusform>{n} other windows are open</numerusform>
        </translation>
    </message>
    <message>
        <source>first_run.title</source>
        <translation>Set up this desk</translation>
    </message>
    <message>
        <source>first_run.intro</source>
        <translation>Whoever looks after the system gives you the server's address and a one-time code. The code works once.</translation>
    </message>
    <message>
        <source>first_run.hub</source>
        <translation>Server's address</translation>
    </message>
    <message>
        <source>first_run.code</source>
        <translation>One-time code</translation>
    </message>
    <message>
        <source>first_run.picture</source>
        <translation>Read the code from a picture</translation>
    </message>
    <message>
        <source>first_run.picture_hint</source>
        <translation>You can also show the QR code to the camera or drop a picture of it here.</translation>
    </message>
    <message>
        <source>first_run.drop_hint</source>
        <translation>You can also drop a picture of the QR code here.</translation>
    </message>
    <message>
        <source>first_run.picture_none</source>
        <translation>The picture holds no set-up code. Try another picture or type the code.</translation>
    </message>
    <message>
        <source>first_run.name</source>
        <translation>Desk's name</translation>
    </message>
    <message>
        <source>first_run.start</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>first_run.connecting</source>
        <translation>Contacting the server…</translation>
    </message>
    <message>
        <source>first_run.fetching</source>
        <translation>Fetching the card list: {done} / {total}</translation>
    </message>
    <message>
        <source>first_run.fetching.without_total</source>
        <translation>Fetching the card list…</translation>
    </message>
    <message>
        <source>first_run.checking</source>
        <translation>Checking the card list…</translation>
    </message>
    <message>
        <source>first_run.retry</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>first_run.pin_intro</source>
        <translation>Choose the manager's PIN. It opens the manager's page.</translation>
    </message>
    <message>
        <source>first_run.pin_later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>pin.label</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>pin.again</source>
        <translation>PIN again</translation>
    </message>
    <message>
        <source>pin.open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>pin.set</source>
        <translation>Save the PIN</translation>
    </message>
    <message>
        <source>pin.wrong</source>
        <translation>The PIN is not right. Try again.</translation>
    </message>
    <message>
        <source>pin.locked</source>
        <translation>Too many wrong PINs. You can try again at {time}.</translation>
    </message>
    <message numerus="yes">
        <source>pin.short</source>
        <translation>
            <numerusform>A PIN has at least {n} character.</numerusform>
            <numerusform>A PIN has at least {n} characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>pin.differs</source>
        <translation>The two PINs differ. Type them again.</translation>
    </message>
    <message>
        <source>pin.none</source>
        <translation>There is no manager's PIN yet. Choose one now.</translation>
    </message>
    <message>
        <source>pin.forgotten</source>
        <translation>Forgotten the PIN? Ask your administrator for a one-time code and type it here.</translation>
    </message>
    <message>
        <source>pin.reset</source>
        <translation>The one-time code is right. Choose a new PIN.</translation>
    </message>
    <message>
        <source>manager.quotas</source>
        <translation>Kaikukortti tickets by day</translation>
    </message>
    <message>
        <source>manager.intro</source>
        <translation>Type how many tickets may be given on a day. Empty means no limit. 0 means that none are given. Where several limits apply, all of them must have room.</translation>
    </message>
    <message>
        <source>manager.cell</source>
        <translation>{offer}, {date}</translation>
    </message>
    <message>
        <source>manager.whole</source>
        <translation>Whole venue</translation>
    </message>
    <message>
        <source>manager.whole_venue</source>
        <translation>Whole venue: {what}</translation>
    </message>
    <message>
        <source>manager.sold_out</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>manager.not_sold_out</source>
        <translation>Available again</translation>
    </message>
    <message>
        <source>manager.trusting</source>
        <translation>May go over</translation>
    </message>
    <message>
        <source>manager.strict</source>
        <translation>Never go over</translation>
    </message>
    <message>
        <source>manager.is_trusting</source>
        <translation>may go over</translation>
    </message>
    <message>
        <source>manager.shows</source>
        <translation>Performances</translation>
    </message>
    <message>
        <source>manager.hide_shows</source>
        <translation>Days only</translation>
    </message>
    <message>
        <source>manager.trusting_means</source>
        <translation>A desk that is offline may go over the limit. Every ticket over it is noted.</translation>
    </message>
    <message>
        <source>manager.at_once</source>
        <translation>Give at once</translation>
    </message>
    <message>
        <source>manager.not_at_once</source>
        <translation>Give with Enter</translation>
    </message>
    <message>
        <source>manager.at_once_means</source>
        <translation>A single ticket is recorded as soon as the card is read, where there is nothing to ask or read. Holds at this desk, for the whole venue.</translation>
    </message>
    <message>
        <source>manager.at_once_on</source>
        <translation>Saved. This desk now gives at once.</translation>
    </message>
    <message>
        <source>manager.at_once_off</source>
        <translation>Saved. This desk gives with Enter again.</translation>
    </message>
    <message>
        <source>manager.no_shows</source>
        <translation>There are no performances on that day.</translation>
    </message>
    <message numerus="yes">
        <source>manager.show_count</source>
        <translation>
            <numerusform>{n} performance</numerusform>
            <numerusform>{n} performances</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.no_offers</source>
        <translation>The venue has no offers yet.</translation>
    </message>
    <message>
        <source>manager.saved</source>
        <translation>Saved. The number applies at this desk at once.</translation>
    </message>
    <message>
        <source>manager.not_saved</source>
        <translation>The change was not saved: what held before still holds. Try again.</translation>
    </message>
    <message>
        <source>manager.bad_number</source>
        <translation>Type a whole number, {most} at most, or leave the cell empty.</translation>
    </message>
    <message>
        <source>manager.lock</source>
        <translation>Lock and go back to the desk</translation>
    </message>
    <message>
        <source>manager.locked</source>
        <translation>The page was locked because it was idle.</translation>
    </message>
    <message>
        <source>settle.title</source>
        <translation>To look at: {n}</translation>
    </message>
    <message>
        <source>settle.intro</source>
        <translation>The customer keeps the ticket. This is for your information: the desk could not know it when the ticket was given.</translation>
    </message>
    <message>
        <source>settle.none</source>
        <translation>Nothing to look at.</translation>
    </message>
    <message>
        <source>settle.next</source>
        <translation>The entry is kept on this computer. The support service helps to correct it: tell them the reason and the time.</translation>
    </message>
    <message>
        <source>settle.seen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>settle.agreed</source>
        <translation>Agreed with the support service</translation>
    </message>
    <message>
        <source>settle.ours</source>
        <translation>Our own mistake</translation>
    </message>
    <message>
        <source>settle.corrected</source>
        <translation>Corrected with a new entry</translation>
    </message>
    <message>
        <source>settle.anew</source>
        <translation>Send as a new entry</translation>
    </message>
    <message>
        <source>settle.why</source>
        <translation>All checks</translation>
    </message>
    <message>
        <source>settle.less</source>
        <translation>Fewer checks</translation>
    </message>
    <message>
        <source>settle.here</source>
        <translation>this desk</translation>
    </message>
    <message>
        <source>settle.forked</source>
        <translation>This desk’s records exist in two versions: probably a copy of its files was put back.</translation>
    </message>
    <message>
        <source>settle.shut_out</source>
        <translation>Tickets came from a desk that was no longer in use.</translation>
    </message>
    <message>
        <source>settle.paper</source>
        <translation>The ticket was given on paper while the program was away. By the rules it would not have been given. The customer keeps it.</translation>
    </message>
    <message>
        <source>settle.other</source>
        <translation>The hub asks you to look at this. A newer version of the program says more.</translation>
    </message>
    <message>
        <source>settle.unread</source>
        <translation>The entry could not be read.</translation>
    </message>
    <message numerus="yes">
        <source>settle.sides_left</source>
        <translation>
            <numerusform>And {n} more entry.</numerusform>
            <numerusform>And {n} more entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>settle.left</source>
        <translation>
            <numerusform>{n} more comes when these are settled.</numerusform>
            <numerusform>{n} more come when these are settled.</numerusform>
        </translation>
    </message>
    <message>
        <source>settle.number_here</source>
        <translation>{time}, at this desk: {seen} was changed to {typed}.</translation>
    </message>
    <message>
        <source>settle.number_elsewhere</source>
        <translation>{time}, at another desk: {seen} was changed to {typed}.</translation>
    </message>
    <message>
        <source>settle.number_cut</source>
        <translation>Together the changes would make {n}.</translation>
    </message>
    <message>
        <source>settle.number_stands</source>
        <translation>Now {number} holds. The changes did not know of each other.</translation>
    </message>
    <message>
        <source>settle.set_number</source>
        <translation>Set {number}</translation>
    </message>
    <message>
        <source>about.title</source>
        <translation>About Kaikuportti</translation>
    </message>
    <message>
        <source>about.what</source>
        <translation>Kaikuportti checks the Kaikukortti at the ticket desk, with or without a network.</translation>
    </message>
    <message>
        <source>about.version</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>about.rules</source>
        <translation>Rules in force: {rules}</translation>
    </message>
    <message>
        <source>about.licence</source>
        <translation>Licence: {licence}</translation>
    </message>
    <message>
        <source>about.scheme</source>
        <translation>Kaikukortti is developed by the Culture for All Service (For Culture on Equal Terms). This program is not published by the service.</translation>
    </message>
    <message>
        <source>window.menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>window.look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>window.text_size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>window.camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>window.scanner</source>
        <translation>Serial scanner</translation>
    </message>
    <message>
        <source>window.sounds</source>
        <translation>Soft sounds</translation>
    </message>
    <message>
        <source>scanner.off</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>scanner.auto</source>
        <translation>Found by itself</translation>
    </message>
    <message>
        <source>look.system</source>
        <translation>As in the system</translation>
    </message>
    <message>
        <source>look.light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>look.dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>keyboard.us</source>
        <translation>United States</translation>
    </message>
    <message>
        <source>keyboard.fi</source>
        <translation>Finland or Sweden</translation>
    </message>
    <message>
        <source>keyboard.fr</source>
        <translation>France</translation>
    </message>
    <message>
        <source>scan_test.title</source>
        <translation>Scanner test</translation>
    </message>
    <message>
        <source>training.title</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>training.cards</source>
        <translation>Practice cards</translation>
    </message>
    <message>
        <source>training.end</source>
        <translation>End training</translation>
    </message>
    <message>
        <source>training.desk</source>
        <translation>Practice desk</translation>
    </message>
    <message>
        <source>training.intro</source>
        <translation>Go through the cards from top to bottom. The button reads the card as a scanner would. Choose other events on the left, too: the last places, full, sold out, a course, an exhibition and a pop-up benefit. The manager's PIN is {pin} in training.</translation>
    </message>
    <message>
        <source>training.offline</source>
        <translation>Practise without a connection</translation>
    </message>
    <message numerus="yes">
        <source>training.real</source>
        <translation>
            <numerusform>This is a real Kaikukortti ({card}). It is not checked in training. Enter ends training and looks the card up at once. Esc goes on with training.</numerusform>
            <numerusform>{n} real Kaikukortti cards were read, {card} last. They are not checked in training. Enter ends training and looks the cards up at once. Esc goes on with training.</numerusform>
        </translation>
    </message>
    <message>
        <source>training.card_in_earnest</source>
        <translation>This is a practice card. Ctrl+T begins training.</translation>
    </message>
    <message>
        <source>training.customer_first</source>
        <translation>Serve this customer first. Esc clears the screen, then Ctrl+T begins training.</translation>
    </message>
    <message>
        <source>customer.title</source>
        <translation>The customer's view</translation>
    </message>
    <message>
        <source>customer.keys</source>
        <translation>F8 changes the language, F9 or Esc goes back.</translation>
    </message>
    <message>
        <source>scan_test.intro</source>
        <translation>Scan a card or any other code. No tickets are given on this page, and nothing is kept.</translation>
    </message>
    <message>
        <source>scan_test.nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>scan_test.way</source>
        <translation>Way: {what}</translation>
    </message>
    <message>
        <source>scan_test.way_hand</source>
        <translation>hand scanner as a keyboard</translation>
    </message>
    <message>
        <source>scan_test.way_typed</source>
        <translation>typing</translation>
    </message>
    <message>
        <source>scan_test.way_serial</source>
        <translation>hand scanner on a serial port</translation>
    </message>
    <message>
        <source>scan_test.way_camera</source>
        <translation>camera</translation>
    </message>
    <message>
        <source>scan_test.way_picture</source>
        <translation>picture file</translation>
    </message>
    <message>
        <source>scan_test.code</source>
        <translation>Card {card}. Characters read: {n}.</translation>
    </message>
    <message>
        <source>scan_test.no_code</source>
        <translation>This is not the code of a Kaikukortti. Characters read: {n}.</translation>
    </message>
    <message>
        <source>scan_test.signs</source>
        <translation>Characters read: {n}.</translation>
    </message>
    <message>
        <source>scan_test.check_right</source>
        <translation>The check character is right</translation>
    </message>
    <message>
        <source>scan_test.check_wrong</source>
        <translation>The check character is wrong. Scan again.</translation>
    </message>
    <message>
        <source>scan_test.check_unused</source>
        <translation>These cards have no check character</translation>
    </message>
    <message>
        <source>scan_test.check_no_code</source>
        <translation>There is no check character</translation>
    </message>
    <message>
        <source>scan_test.kind</source>
        <translation>Kind of code: {what}</translation>
    </message>
    <message>
        <source>scan_test.kind_unknown</source>
        <translation>Kind of code: not told by the scanner</translation>
    </message>
    <message>
        <source>scan_test.around</source>
        <translation>Before the code: {seen}. After the code: {typed}.</translation>
    </message>
    <message>
        <source>scan_test.rhythm</source>
        <translation>Between signs {n} ms, at most {most} ms</translation>
    </message>
    <message>
        <source>scan_test.layout</source>
        <translation>The card was read correctly. The scanner's keyboard: {seen}. The computer's keyboard: {typed}. Set the scanner's keyboard country to {typed}; its manual says how.</translation>
    </message>
    <message>
        <source>scan_test.enter_first</source>
        <translation>The scanner sends Enter before the code. Take it away with the scanner's manual, because Enter gives a ticket.</translation>
    </message>
    <message>
        <source>scan_test.slow</source>
        <translation>The signs came as if typed. If the scanner sent them, make its inter-character delay shorter than 40 ms.</translation>
    </message>
    <message>
        <source>scan_test.again</source>
        <translation>The signs arrive. If this was a Kaikukortti, scan it again.</translation>
    </message>
    <message>
        <source>scan_test.not_yet</source>
        <translation>The signs arrive. Kaikukortti cards are recognised once this desk is connected to the server.</translation>
    </message>
    <message>
        <source>scan_test.fine</source>
        <translation>The scanner works. Nothing needs to be set.</translation>
    </message>
    <message>
        <source>preflight.title</source>
        <translation>Is everything ready?</translation>
    </message>
    <message>
        <source>preflight.menu</source>
        <translation>Check-up and scanner test</translation>
    </message>
    <message>
        <source>preflight.all_ready</source>
        <translation>All ready.</translation>
    </message>
    <message numerus="yes">
        <source>preflight.some</source>
        <translation>
            <numerusform>{n} thing needs attention.</numerusform>
            <numerusform>{n} things need attention.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.look</source>
        <translation>{seen} More: F12.</translation>
    </message>
    <message>
        <source>preflight.lists</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>preflight.lists_fresh</source>
        <translation>Cards, numbers and programme of {time}. You can give tickets until {date}, even if the connection breaks.</translation>
    </message>
    <message>
        <source>preflight.line</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>preflight.line_on</source>
        <translation>The connection works.</translation>
    </message>
    <message>
        <source>preflight.others</source>
        <translation>Windows</translation>
    </message>
    <message numerus="yes">
        <source>preflight.others_open</source>
        <translation>
            <numerusform>Kaikuportti is open in another window too. Both work and share the tickets. A scanner types into the window in front.</numerusform>
            <numerusform>Kaikuportti is open in {n} other windows. All work and share the tickets. A scanner types into the window in front.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.rights</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>preflight.rights_free</source>
        <translation>Tickets can be given without a connection too.</translation>
    </message>
    <message>
        <source>preflight.rights_away</source>
        <translation>{offer}: no tickets at this desk now. Another desk may have some.</translation>
    </message>
    <message>
        <source>preflight.rights_asked</source>
        <translation>{offer}: a ticket is asked from the server when a customer comes.</translation>
    </message>
    <message>
        <source>preflight.giving</source>
        <translation>Giving tickets</translation>
    </message>
    <message>
        <source>preflight.at_once</source>
        <translation>{what}: a single ticket is recorded as soon as the card is read, where there is nothing to ask or read. Otherwise press Enter.</translation>
    </message>
    <message>
        <source>preflight.waiting</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>preflight.waiting_safe</source>
        <translation>{seen}. The entries are safe and are sent automatically.</translation>
    </message>
    <message numerus="yes">
        <source>preflight.refused</source>
        <translation>
            <numerusform>{n} entry needs a manager's attention (F10, F7). The customer keeps the ticket.</numerusform>
            <numerusform>{n} entries need a manager's attention (F10, F7). The customers keep their tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>preflight.scanner_untried</source>
        <translation>Try it: scan any code on this page.</translation>
    </message>
    <message>
        <source>preflight.scanner_reads</source>
        <translation>The scanner works: it has read a code.</translation>
    </message>
    <message>
        <source>preflight.scanner_layout</source>
        <translation>The scanner works, but its keyboard differs from the computer's. Scan a code on this page to see what to choose at the scanner.</translation>
    </message>
    <message>
        <source>preflight.clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>preflight.clock_right</source>
        <translation>The clock is right: {time}.</translation>
    </message>
    <message>
        <source>preflight.clock_doubt</source>
        <translation>The computer's clock looks wrong. Set it right. With a connection the time corrects itself.</translation>
    </message>
    <message>
        <source>preflight.disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>preflight.disk_room</source>
        <translation>{n} GB free on the disk.</translation>
    </message>
    <message>
        <source>preflight.disk_low</source>
        <translation>Only {n} MB free on the disk. Tickets can be given, but a new card list may not fit. Delete files that nobody needs, or ask support.</translation>
    </message>
    <message>
        <source>preflight.disk_full</source>
        <translation>The disk is full: {n} MB free. An entry may not be saved. Delete files that nobody needs at once, or ask support.</translation>
    </message>
    <message>
        <source>preflight.keys</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>preflight.keys_ring</source>
        <translation>The data is encrypted. The key is in the computer's keyring.</translation>
    </message>
    <message>
        <source>preflight.keys_phrase</source>
        <translation>The data is encrypted. A passphrase opens the key.</translation>
    </message>
    <message>
        <source>preflight.keys_file</source>
        <translation>The data is encrypted, but the key is a file in the same folder. That protects little.</translation>
    </message>
    <message>
        <source>preflight.help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>contact.support</source>
        <translation>Support: {what}</translation>
    </message>
    <message>
        <source>contact.area</source>
        <translation>Contact for the area ({area}): {what}</translation>
    </message>
    <message>
        <source>give.enter_hint</source>
        <translation>Press Enter to record.</translation>
    </message>
    <message>
        <source>give.seen_hint</source>
        <translation>Look at the card. Enter records that you saw it.</translation>
    </message>
    <message>
        <source>verdict.course_from</source>
        <translation>Next course from {date}.</translation>
    </message>
    <message>
        <source>at_once.ready</source>
        <translation>A single ticket is recorded as soon as the card is read. No Enter is needed.</translation>
    </message>
    <message>
        <source>at_once.given</source>
        <translation>Recorded at once, without Enter.</translation>
    </message>
    <message>
        <source>give.undo_hint</source>
        <translation>The next card can be scanned at once. Undo: Ctrl+Z.</translation>
    </message>
    <message numerus="yes">
        <source>queue.waiting</source>
        <translation>
            <numerusform>{n} card is waiting.</numerusform>
            <numerusform>{n} cards are waiting.</numerusform>
        </translation>
    </message>
    <message>
        <source>queue.nothing</source>
        <translation>Previous card {card}: no ticket.</translation>
    </message>
    <message numerus="yes">
        <source>queue.given</source>
        <translation>
            <numerusform>Previous card {card}: {n} ticket.</numerusform>
            <numerusform>Previous card {card}: {n} tickets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>provisional.tickets</source>
        <translation>
            <numerusform>Check the last valid day on the card. If it has not passed, give {n} ticket.</numerusform>
            <numerusform>Check the last valid day on the card. If it has not passed, give {n} tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>provisional.place</source>
        <translation>Check the last valid day on the card. If it has not passed, you may go on.</translation>
    </message>
    <message>
        <source>change.word</source>
        <translation>A change of tickets</translation>
    </message>
    <message numerus="yes">
        <source>change.more</source>
        <translation>
            <numerusform>Give {n} more child ticket.</numerusform>
            <numerusform>Give {n} more child tickets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.fewer</source>
        <translation>
            <numerusform>Take back {n} child ticket.</numerusform>
            <numerusform>Take back {n} child tickets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.assistant</source>
        <translation>
            <numerusform>Give a ticket for the assistant or interpreter.</numerusform>
            <numerusform>Give {n} tickets for assistants or interpreters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.no_assistant</source>
        <translation>
            <numerusform>Take back the assistant’s or interpreter’s ticket.</numerusform>
            <numerusform>Take back {n} tickets of assistants or interpreters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.none</source>
        <translation>
            <numerusform>No change. The card has {n} ticket.</numerusform>
            <numerusform>No change. The card has {n} tickets.</numerusform>
        </translation>
    </message>
    <message>
        <source>change.hint</source>
        <translation>If the number of children changes, press + or −.</translation>
    </message>
    <message>
        <source>undo.late_hint</source>
        <translation>A manager can take the tickets back: F6.</translation>
    </message>
    <message>
        <source>undo.pin_hint</source>
        <translation>The manager's PIN: F6.</translation>
    </message>
    <message>
        <source>undo.manager</source>
        <translation>Only a manager can change tickets given on an earlier day.</translation>
    </message>
    <message>
        <source>undo.manager_card</source>
        <translation>Only a manager can undo this now: scan the card and press F6.</translation>
    </message>
    <message>
        <source>undo.nothing</source>
        <translation>There are no tickets to undo today.</translation>
    </message>
    <message>
        <source>change.book</source>
        <translation>Record the change</translation>
    </message>
    <message numerus="yes">
        <source>change.done</source>
        <translation>
            <numerusform>Change recorded: {n} ticket</numerusform>
            <numerusform>Change recorded: {n} tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>look_only.band</source>
        <translation>Looking only: no tickets are given.</translation>
    </message>
    <message>
        <source>look_only.end</source>
        <translation>Give tickets again</translation>
    </message>
    <message>
        <source>look_only.over</source>
        <translation>Tickets are given again.</translation>
    </message>
    <message>
        <source>lift.open</source>
        <translation>With a manager's permission…</translation>
    </message>
    <message>
        <source>lift.why</source>
        <translation>To be allowed: {what}. What is the reason?</translation>
    </message>
    <message>
        <source>lift.or_back</source>
        <translation>The tickets already given can also be taken back.</translation>
    </message>
    <message>
        <source>lift.take_back</source>
        <translation>Take the tickets back</translation>
    </message>
    <message>
        <source>lift.try</source>
        <translation>Allow</translation>
    </message>
    <message numerus="yes">
        <source>manager.given_count</source>
        <translation>
            <numerusform>{n} given</numerusform>
            <numerusform>{n} given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.over</source>
        <translation>
            <numerusform>over by {n}</numerusform>
            <numerusform>over by {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.lent</source>
        <translation>
            <numerusform>{n} at other desks</numerusform>
            <numerusform>{n} at other desks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.lent_heard</source>
        <translation>
            <numerusform>{n} at other desks (as of {time})</numerusform>
            <numerusform>{n} at other desks (as of {time})</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.in_force</source>
        <translation>in force at {n} of {k} desks</translation>
    </message>
    <message numerus="yes">
        <source>manager.asked</source>
        <translation>
            <numerusform>{n} asked and got none</numerusform>
            <numerusform>{n} asked and got none</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.on_its_way</source>
        <translation>on its way</translation>
    </message>
    <message>
        <source>opening.busy</source>
        <translation>Opening the desk…</translation>
    </message>
    <message>
        <source>opening.passphrase</source>
        <translation>The desk's passphrase</translation>
    </message>
    <message>
        <source>first_run.stopped</source>
        <translation>The card list is not here yet. You can go on fetching it; what has come is not fetched again.</translation>
    </message>
    <message>
        <source>status.connecting</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>first_run.unreachable</source>
        <translation>The server cannot be reached. Check the address and the network, and try again.</translation>
    </message>
    <message>
        <source>first_run.code_refused</source>
        <translation>The code is not accepted. Check its characters, or ask whoever looks after the system for a new one.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>title</source>
        <translation>Quick guide</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>Scan a card at any time, wherever you are in the window.</translation>
    </message>
    <message>
        <source>give</source>
        <translation>Enter gives the tickets.</translation>
    </message>
    <message>
        <source>go_on</source>
        <translation>After giving, Enter goes on to the next customer. The next card can be read at once.</translation>
    </message>
    <message>
        <source>at_once</source>
        <translation>A manager can let the desk give at once: a single ticket is recorded without Enter, where there is nothing to ask or read. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>A card that is read while another is being looked up waits its turn. The same card again changes nothing.</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>Esc clears the screen. Nothing is recorded.</translation>
    </message>
    <message>
        <source>why</source>
        <translation>F1 tells how the result came about.</translation>
    </message>
    <message>
        <source>children</source>
        <translation>+ and − change the number of children. A adds an assistant or interpreter.</translation>
    </message>
    <message>
        <source>change</source>
        <translation>If a card has its tickets already, + and − add children’s tickets or take them back. Enter records the change.</translation>
    </message>
    <message>
        <source>group</source>
        <translation>A community card starts a group. Then scan the members' own cards.</translation>
    </message>
    <message>
        <source>bringer</source>
        <translation>E changes who brings the group: a worker, a student or a volunteer. It goes into the statistics only.</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>G adds a child who cannot have a card yet to the group, where the rules allow it.</translation>
    </message>
    <message>
        <source>bookings</source>
        <translation>R books for the card on the screen. Ctrl+R shows the bookings of the performance.</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>A mistaken entry is undone on the same day from the list of tickets given.</translation>
    </message>
    <message>
        <source>undo_late</source>
        <translation>Tickets of an earlier day are taken back by a manager: scan the card, press F6, the PIN and 5.</translation>
    </message>
    <message>
        <source>look_only</source>
        <translation>Ctrl+N: looking only. Cards are looked at and no tickets are given. Ctrl+N once more: as usual.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Read the large sentence. It says what to do.</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>If the computer fails, write the cards on the paper sheet and give the tickets. Enter the rows afterwards: Ctrl+E.</translation>
    </message>
    <message>
        <source>cheat</source>
        <translation>Cheat sheet for the desk</translation>
    </message>
    <message>
        <source>whom</source>
        <translation>Help is here:</translation>
    </message>
    <message>
        <source>key.enter</source>
        <translation>gives the tickets</translation>
    </message>
    <message>
        <source>key.esc</source>
        <translation>clears the screen, goes back</translation>
    </message>
    <message>
        <source>key.children</source>
        <translation>one child more, one less</translation>
    </message>
    <message>
        <source>key.assistant</source>
        <translation>assistant or interpreter</translation>
    </message>
    <message>
        <source>key.why</source>
        <translation>why</translation>
    </message>
    <message>
        <source>key.days</source>
        <translation>the next day, the day before, a day to type</translation>
    </message>
    <message>
        <source>key.events</source>
        <translation>the events</translation>
    </message>
    <message>
        <source>key.book</source>
        <translation>books instead of giving</translation>
    </message>
    <message>
        <source>key.bookings</source>
        <translation>the event’s bookings</translation>
    </message>
    <message>
        <source>key.code</source>
        <translation>type the card’s code</translation>
    </message>
    <message>
        <source>key.given</source>
        <translation>tickets given</translation>
    </message>
    <message>
        <source>key.allow</source>
        <translation>a manager allows</translation>
    </message>
    <message>
        <source>key.undo</source>
        <translation>undo the last; Delete the chosen line</translation>
    </message>
    <message>
        <source>key.picture</source>
        <translation>open a picture of a card</translation>
    </message>
    <message>
        <source>key.group</source>
        <translation>group: who brings it, one more child, the last one out</translation>
    </message>
    <message>
        <source>key.look_only</source>
        <translation>looking only: no tickets are given</translation>
    </message>
    <message>
        <source>key.paper</source>
        <translation>enter from paper</translation>
    </message>
    <message>
        <source>key.print</source>
        <translation>this guide, to print</translation>
    </message>
    <message>
        <source>key.customer</source>
        <translation>the customer’s view; Shift: their language</translation>
    </message>
    <message>
        <source>key.training</source>
        <translation>training begins and ends</translation>
    </message>
    <message>
        <source>key.practice</source>
        <translation>training: the cards</translation>
    </message>
    <message>
        <source>key.language</source>
        <translation>language</translation>
    </message>
    <message>
        <source>key.size</source>
        <translation>size of the texts</translation>
    </message>
    <message>
        <source>key.whole</source>
        <translation>the whole screen</translation>
    </message>
    <message>
        <source>key.ready</source>
        <translation>is everything ready</translation>
    </message>
    <message>
        <source>key.arrows</source>
        <translation>move in a list; PgUp and PgDn in a long answer too</translation>
    </message>
    <message>
        <source>key.tab</source>
        <translation>the next control; Space presses it</translation>
    </message>
    <message>
        <source>key.manager</source>
        <translation>the manager’s page</translation>
    </message>
    <message>
        <source>key.settle</source>
        <translation>manager: to look at</translation>
    </message>
    <message>
        <source>key.sold_out</source>
        <translation>manager: sold out</translation>
    </message>
    <message>
        <source>key.trusting</source>
        <translation>manager: may be gone over offline</translation>
    </message>
    <message>
        <source>key.at_once</source>
        <translation>manager: give at once or with Enter</translation>
    </message>
    <message>
        <source>key.shows</source>
        <translation>manager: the day’s performances</translation>
    </message>
    <message>
        <source>key.digits</source>
        <translation>digits: a code, or how a case is settled</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>If the connection breaks, go on as usual. Entries are sent automatically.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Ctrl+T begins training with practice cards. Nothing is recorded.</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>F9 shows the customer one large, plain sentence in their language.</translation>
    </message>
    <message>
        <source>training_cards</source>
        <translation>shows the practice cards and what each teaches</translation>
    </message>
    <message>
        <source>training_end</source>
        <translation>goes back to the real desk</translation>
    </message>
    <message>
        <source>manners</source>
        <translation>Treat every customer alike. The card is all that is needed.</translation>
    </message>
</context>
</TS>
