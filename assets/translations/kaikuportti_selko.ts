<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_GB">
<context>
    <name>verdict</name>
    <message>
        <source>A01</source>
        <translation>Korttisi on kunnossa. Saat lipun.</translation>
    </message>
    <message numerus="yes">
        <source>A02</source>
        <translation>
            <numerusform>Saat lipun. Myös {n} lapsi saa lipun.</numerusform>
            <numerusform>Saat lipun. Myös {n} lasta saa lipun.</numerusform>
        </translation>
    </message>
    <message>
        <source>A03</source>
        <translation>Saat paikan kurssille. Kurssi ei maksa sinulle.</translation>
    </message>
    <message numerus="yes">
        <source>A04</source>
        <translation>
            <numerusform>Ohjaaja saa lipun. Ryhmäläinen saa {n} lipun.</numerusform>
            <numerusform>Ohjaaja saa lipun. Ryhmäläiset saavat {n} lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>A05</source>
        <translation>Saat tämän edun: {benefit}.</translation>
    </message>
    <message>
        <source>A05.without_benefit</source>
        <translation>Saat edun.</translation>
    </message>
    <message numerus="yes">
        <source>A06</source>
        <translation>
            <numerusform>Varauksesi löytyi. Saat {n} lipun.</numerusform>
            <numerusform>Varauksesi löytyi. Saat {n} lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>A07</source>
        <translation>Myös avustajasi tai tulkkisi saa lipun.</translation>
    </message>
    <message>
        <source>A08</source>
        <translation>Varaus on tehty. Hae liput viimeistään {time}.</translation>
    </message>
    <message>
        <source>A09</source>
        <translation>Lippu on peruttu. Sen voi antaa toiselle asiakkaalle.</translation>
    </message>
    <message>
        <source>A10</source>
        <translation>Nyt harjoitellaan. Mitään ei tallenneta.</translation>
    </message>
    <message>
        <source>W01</source>
        <translation>Yhteys ei toimi. Kone käytti luetteloa: {time}. Kone lähettää kirjauksen myöhemmin.</translation>
    </message>
    <message numerus="yes">
        <source>W02</source>
        <translation>
            <numerusform>Luettelo korteista on {n} päivän vanha. Katso kortista, mihin päivään asti kortti on voimassa.</numerusform>
            <numerusform>Luettelo korteista on {n} päivää vanha. Katso kortista, mihin päivään asti kortti on voimassa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W02.of_quotas</source>
        <translation>
            <numerusform>Lippujen määrät ovat {n} päivän vanhat. Muut kassat ovat voineet antaa lippuja.</numerusform>
            <numerusform>Lippujen määrät ovat {n} päivää vanhat. Muut kassat ovat voineet antaa lippuja.</numerusform>
        </translation>
    </message>
    <message>
        <source>W02.of_quotas.without_n</source>
        <translation>Kaikkia lippujen määriä ei ole vielä haettu. Muut kassat ovat voineet antaa lippuja.</translation>
    </message>
    <message numerus="yes">
        <source>W02.of_rules</source>
        <translation>
            <numerusform>Ohjelma on {n} päivän vanha. Se on voinut muuttua.</numerusform>
            <numerusform>Ohjelma on {n} päivää vanha. Se on voinut muuttua.</numerusform>
        </translation>
    </message>
    <message>
        <source>W03</source>
        <translation>Korttisi loppuu {date}. Pyydä uusi kortti samasta paikasta.</translation>
    </message>
    <message>
        <source>W04</source>
        <translation>Saat lipun nyt. Korttisi loppuu ennen tapahtumaa: {date}. Pyydä uusi kortti.</translation>
    </message>
    <message numerus="yes">
        <source>W05</source>
        <translation>
            <numerusform>Kortilla saa lipun {k} lapselle. Jos lapsia on enemmän, kysy esihenkilöltä.</numerusform>
            <numerusform>Kortilla saa liput {k} lapselle. Jos lapsia on enemmän, kysy esihenkilöltä.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W05.at_limit</source>
        <translation>
            <numerusform>Kortilla saa lipun {k} lapselle. Jos lapsia on enemmän, kysy esihenkilöltä.</numerusform>
            <numerusform>Kortilla saa liput {k} lapselle. Jos lapsia on enemmän, kysy esihenkilöltä.</numerusform>
        </translation>
    </message>
    <message>
        <source>W05.without_k</source>
        <translation>Kortilla saa liput {n} lapselle. Kysy tarvittaessa esihenkilöltä.</translation>
    </message>
    <message>
        <source>W06</source>
        <translation>Lippuja on jäljellä {n}.</translation>
    </message>
    <message>
        <source>W07</source>
        <translation>Yhteys ei toimi. Myös toinen kassa on voinut antaa samoja lippuja.</translation>
    </message>
    <message>
        <source>W08</source>
        <translation>Saat lipun. Tarkistamme kortin myöhemmin.</translation>
    </message>
    <message>
        <source>W09</source>
        <translation>Voitko näyttää kortin, jossa on kuvasi? Tietoja ei tallenneta.</translation>
    </message>
    <message>
        <source>W10</source>
        <translation>Luit tämän kortin juuri. Lippua ei kirjattu toista kertaa.</translation>
    </message>
    <message>
        <source>R01</source>
        <translation>Kone ei lue korttia. Yritämme uudelleen.</translation>
    </message>
    <message>
        <source>R02</source>
        <translation>Numero meni väärin. Kirjoitan sen uudelleen.</translation>
    </message>
    <message>
        <source>R03</source>
        <translation>Tämä ei ole Kaikukortti. Onko sinulla Kaikukortti?</translation>
    </message>
    <message>
        <source>R10</source>
        <translation>Korttia ei löydy. Kysy apua siitä paikasta, josta sait kortin.</translation>
    </message>
    <message>
        <source>R11</source>
        <translation>Korttisi toimii {date} alkaen.</translation>
    </message>
    <message>
        <source>R12</source>
        <translation>Korttisi on vanha. Pyydä uusi kortti samasta paikasta, josta sait tämän kortin.</translation>
    </message>
    <message>
        <source>R13</source>
        <translation>Tämä kortti ei ole käytössä. Kysy apua siitä paikasta, josta sait kortin.</translation>
    </message>
    <message>
        <source>R14</source>
        <translation>Sinulla on uusi kortti. Näytä uusi kortti.</translation>
    </message>
    <message>
        <source>R15</source>
        <translation>Kokeilu on loppunut. Kortti ei ole enää voimassa.</translation>
    </message>
    <message>
        <source>R16</source>
        <translation>Korttisi toimii {date} alkaen.</translation>
    </message>
    <message>
        <source>R20</source>
        <translation>Korttisi toimii vain alueella {area}.</translation>
    </message>
    <message>
        <source>R21</source>
        <translation>Tähän paikkaan käy vain kortti, joka on saatu alueelta {area}.</translation>
    </message>
    <message>
        <source>R22</source>
        <translation>Tässä paikassa Kaikukortti ei ole käytössä.</translation>
    </message>
    <message>
        <source>R23</source>
        <translation>Etu ei ole nyt voimassa.</translation>
    </message>
    <message>
        <source>R23.without_from</source>
        <translation>Etu ei ole nyt voimassa.</translation>
    </message>
    <message>
        <source>R23.without_to</source>
        <translation>Etu ei ole nyt voimassa.</translation>
    </message>
    <message>
        <source>R23.without_from_to</source>
        <translation>Etu ei ole nyt voimassa.</translation>
    </message>
    <message>
        <source>R24</source>
        <translation>Tähän tapahtumaan ei pääse Kaikukortilla.</translation>
    </message>
    <message>
        <source>R25</source>
        <translation>Lippuja saa {time} alkaen.</translation>
    </message>
    <message>
        <source>R26</source>
        <translation>Tapahtuma on jo ohi.</translation>
    </message>
    <message>
        <source>R27</source>
        <translation>Tapahtumaa ei järjestetä.</translation>
    </message>
    <message>
        <source>R28</source>
        <translation>Varausta ei ole. Katsomme, onko lippuja jäljellä.</translation>
    </message>
    <message>
        <source>R29</source>
        <translation>Varauksesi on loppunut. Katsomme, onko lippuja jäljellä.</translation>
    </message>
    <message>
        <source>R30</source>
        <translation>Tälle päivälle ei ole enää lippuja. Voit tulla toisena päivänä: {suggestion}.</translation>
    </message>
    <message>
        <source>R30.without_suggestion</source>
        <translation>Tälle päivälle ei ole enää lippuja. Voit tulla toisena päivänä.</translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left</source>
        <translation>
            <numerusform>Lippuja on jäljellä vain {n}. Ota vähemmän lippuja tai tule toisena päivänä: {suggestion}.</numerusform>
            <numerusform>Lippuja on jäljellä vain {n}. Ota vähemmän lippuja tai tule toisena päivänä: {suggestion}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left.without_suggestion</source>
        <translation>
            <numerusform>Lippuja on jäljellä vain {n}. Ota vähemmän lippuja tai tule toisena päivänä.</numerusform>
            <numerusform>Lippuja on jäljellä vain {n}. Ota vähemmän lippuja tai tule toisena päivänä.</numerusform>
        </translation>
    </message>
    <message>
        <source>R31</source>
        <translation>Kaikki liput ovat loppuneet.</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>Olet jo saanut lipun tähän tapahtumaan. Lippu on annettu {time}.</translation>
    </message>
    <message>
        <source>R32.without_time</source>
        <translation>Olet jo saanut lipun tähän tapahtumaan.</translation>
    </message>
    <message numerus="yes">
        <source>R33</source>
        <translation>
            <numerusform>Olet saanut jo {n} lipun. Saat uuden lipun {date} alkaen.</numerusform>
            <numerusform>Olet saanut jo {n} lippua. Saat uuden lipun {date} alkaen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R33.without_date</source>
        <translation>
            <numerusform>Olet saanut jo {n} lipun.</numerusform>
            <numerusform>Olet saanut jo {n} lippua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R34</source>
        <translation>
            <numerusform>Saat enintään {n} lasten lipun.</numerusform>
            <numerusform>Saat enintään {n} lasten lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>R34.zero</source>
        <translation>Lasten lippuja ei saa tällä kertaa.</translation>
    </message>
    <message>
        <source>R35</source>
        <translation>Kurssille pääset vain sinä. Lapset eivät pääse kurssille tällä kortilla.</translation>
    </message>
    <message>
        <source>R36</source>
        <translation>Lapsi saa lipun, kun sinä tulet mukaan.</translation>
    </message>
    <message>
        <source>R37</source>
        <translation>Lasten lippu on alle {age}-vuotiaalle.</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>Tässä kassassa ei ole nyt lippuja. Kysymme toiselta kassalta.</translation>
    </message>
    <message numerus="yes">
        <source>R40</source>
        <translation>
            <numerusform>Sinulla on jo {n} kurssi {period}. Voit ottaa uuden kurssin {date} alkaen.</numerusform>
            <numerusform>Sinulla on jo {n} kurssia {period}. Voit ottaa uuden kurssin {date} alkaen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R40.without_date</source>
        <translation>
            <numerusform>Sinulla on jo {n} kurssi {period}.</numerusform>
            <numerusform>Sinulla on jo {n} kurssia {period}.</numerusform>
        </translation>
    </message>
    <message>
        <source>R41</source>
        <translation>Kurssi on täynnä. Voit jäädä jonoon.</translation>
    </message>
    <message>
        <source>R42</source>
        <translation>Kurssille ei voi nyt ilmoittautua.</translation>
    </message>
    <message>
        <source>R50</source>
        <translation>Jokainen ryhmäläinen näyttää oman Kaikukortin.</translation>
    </message>
    <message>
        <source>R51</source>
        <translation>Tällä kortilla ei pääse kurssille.</translation>
    </message>
    <message>
        <source>R52</source>
        <translation>Ohjaaja on jo saanut lipun.</translation>
    </message>
    <message>
        <source>R53</source>
        <translation>Ryhmän {i}. kortti ei toimi. Jatka ilman sitä tai tyhjennä.</translation>
    </message>
    <message>
        <source>R53.without_reason</source>
        <translation>Ryhmän {i}. kortti ei toimi. Jatka ilman sitä tai tyhjennä.</translation>
    </message>
    <message>
        <source>R54</source>
        <translation>Tämä kortti ei ole voimassa.</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>Koneen kello on väärässä. Aseta kello oikein.</translation>
    </message>
    <message>
        <source>R61</source>
        <translation>Kone ei toimi nyt. Kirjaamme korttisi paperille.</translation>
    </message>
    <message>
        <source>R62</source>
        <translation>Et voi tehdä tätä itse. Pyydä esihenkilö avuksi.</translation>
    </message>
    <message>
        <source>R63</source>
        <translation>Lippua ei kirjattu. Älä anna lippua vielä. Yritä uudelleen.</translation>
    </message>
    <message numerus="yes">
        <source>R64</source>
        <translation>
            <numerusform>Odota hetki. Pyydän apua.</numerusform>
            <numerusform>Odota hetki. Pyydän apua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R64.of_quotas</source>
        <translation>
            <numerusform>Odota hetki. Pyydän apua.</numerusform>
            <numerusform>Odota hetki. Pyydän apua.</numerusform>
        </translation>
    </message>
    <message>
        <source>R64.of_quotas.without_n</source>
        <translation>Odota hetki. Pyydän apua.</translation>
    </message>
    <message numerus="yes">
        <source>R64.of_rules</source>
        <translation>
            <numerusform>Odota hetki. Pyydän apua.</numerusform>
            <numerusform>Odota hetki. Pyydän apua.</numerusform>
        </translation>
    </message>
    <message>
        <source>R70</source>
        <translation>Lippua ei voi enää perua.</translation>
    </message>
    <message>
        <source>S01</source>
        <translation>Myös toinen kassa kirjasi saman kortin.</translation>
    </message>
    <message>
        <source>S02</source>
        <translation>Kortti ei ollut enää käytössä, kun lippu kirjattiin.</translation>
    </message>
    <message numerus="yes">
        <source>S03</source>
        <translation>
            <numerusform>Yhteys ei toiminut. Lippuja annettiin {n} enemmän kuin oli sovittu.</numerusform>
            <numerusform>Yhteys ei toiminut. Lippuja annettiin {n} enemmän kuin oli sovittu.</numerusform>
        </translation>
    </message>
    <message>
        <source>S03.without_n</source>
        <translation>Yhteys ei toiminut. Lippuja annettiin enemmän kuin oli sovittu.</translation>
    </message>
    <message>
        <source>S04</source>
        <translation>Kortti tarkistettiin myöhemmin. Korttia ei löytynyt rekisteristä.</translation>
    </message>
    <message>
        <source>S05</source>
        <translation>Kirjaus oli jo perillä. Sinun ei tarvitse tehdä mitään.</translation>
    </message>
    <message>
        <source>S06</source>
        <translation>Palvelin ei hyväksynyt kirjausta. Syy on: {reason}.</translation>
    </message>
    <message>
        <source>S06.without_reason</source>
        <translation>Palvelin ei hyväksynyt kirjausta.</translation>
    </message>
</context>
<context>
    <name>customer</name>
    <message>
        <source>A01</source>
        <translation>Korttisi on kunnossa. Saat lipun.</translation>
    </message>
    <message numerus="yes">
        <source>A02</source>
        <translation>
            <numerusform>Saat lipun. Myös {n} lapsi saa lipun.</numerusform>
            <numerusform>Saat lipun. Myös {n} lasta saa lipun.</numerusform>
        </translation>
    </message>
    <message>
        <source>A03</source>
        <translation>Saat paikan kurssille. Kurssi ei maksa sinulle.</translation>
    </message>
    <message numerus="yes">
        <source>A04</source>
        <translation>
            <numerusform>Ohjaaja saa lipun. Ryhmäläinen saa {n} lipun.</numerusform>
            <numerusform>Ohjaaja saa lipun. Ryhmäläiset saavat {n} lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>A05</source>
        <translation>Saat tämän edun: {benefit}.</translation>
    </message>
    <message>
        <source>A05.without_benefit</source>
        <translation>Saat edun.</translation>
    </message>
    <message numerus="yes">
        <source>A06</source>
        <translation>
            <numerusform>Varauksesi löytyi. Saat {n} lipun.</numerusform>
            <numerusform>Varauksesi löytyi. Saat {n} lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>A07</source>
        <translation>Myös avustajasi tai tulkkisi saa lipun.</translation>
    </message>
    <message>
        <source>A08</source>
        <translation>Lippu on varattu sinulle. Hae se viimeistään {time}.</translation>
    </message>
    <message>
        <source>can_book</source>
        <translation>Voit varata lipun. Hae se viimeistään {time}.</translation>
    </message>
    <message>
        <source>A09</source>
        <translation>Lippusi on peruttu.</translation>
    </message>
    <message>
        <source>W03</source>
        <translation>Korttisi loppuu {date}. Pyydä uusi kortti samasta paikasta.</translation>
    </message>
    <message>
        <source>W04</source>
        <translation>Saat lipun nyt. Korttisi loppuu ennen tapahtumaa: {date}. Pyydä uusi kortti.</translation>
    </message>
    <message numerus="yes">
        <source>W05</source>
        <translation>
            <numerusform>Kortillasi saa lipun {k} lapselle.</numerusform>
            <numerusform>Kortillasi saa liput {k} lapselle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W05.without_k</source>
        <translation>
            <numerusform>Saat lipun {n} lapselle.</numerusform>
            <numerusform>Saat liput {n} lapselle.</numerusform>
        </translation>
    </message>
    <message>
        <source>W08</source>
        <translation>Saat lipun. Tarkistamme kortin myöhemmin.</translation>
    </message>
    <message>
        <source>W09</source>
        <translation>Voitko näyttää kortin, jossa on kuvasi? Tietoja ei tallenneta.</translation>
    </message>
    <message>
        <source>R01</source>
        <translation>Kone ei lue korttia. Yritämme uudelleen.</translation>
    </message>
    <message>
        <source>R02</source>
        <translation>Numero meni väärin. Kirjoitan sen uudelleen.</translation>
    </message>
    <message>
        <source>R03</source>
        <translation>Tämä ei ole Kaikukortti. Onko sinulla Kaikukortti?</translation>
    </message>
    <message>
        <source>R10</source>
        <translation>Korttisi ei toimi vielä. Kysy apua siitä paikasta, josta sait kortin.</translation>
    </message>
    <message>
        <source>R11</source>
        <translation>Korttisi toimii {date} alkaen.</translation>
    </message>
    <message>
        <source>R12</source>
        <translation>Korttisi on vanha. Pyydä uusi kortti samasta paikasta, josta sait tämän kortin.</translation>
    </message>
    <message>
        <source>R13</source>
        <translation>Tämä kortti ei ole käytössä. Kysy apua siitä paikasta, josta sait kortin.</translation>
    </message>
    <message>
        <source>R14</source>
        <translation>Sinulla on uusi kortti. Näytä uusi kortti.</translation>
    </message>
    <message>
        <source>R15</source>
        <translation>Kokeilu on loppunut. Kortti ei ole enää voimassa.</translation>
    </message>
    <message>
        <source>R16</source>
        <translation>Korttisi toimii {date} alkaen.</translation>
    </message>
    <message>
        <source>R20</source>
        <translation>Korttisi toimii vain alueella {area}.</translation>
    </message>
    <message>
        <source>R21</source>
        <translation>Tähän paikkaan käy vain kortti, joka on saatu alueelta {area}.</translation>
    </message>
    <message>
        <source>R22</source>
        <translation>Tässä paikassa Kaikukortti ei ole käytössä.</translation>
    </message>
    <message>
        <source>R23</source>
        <translation>Etu ei ole nyt voimassa.</translation>
    </message>
    <message>
        <source>R24</source>
        <translation>Tähän tapahtumaan ei pääse Kaikukortilla.</translation>
    </message>
    <message>
        <source>R25</source>
        <translation>Lippuja saa {time} alkaen.</translation>
    </message>
    <message>
        <source>R26</source>
        <translation>Tapahtuma on jo ohi.</translation>
    </message>
    <message>
        <source>R27</source>
        <translation>Tapahtumaa ei järjestetä.</translation>
    </message>
    <message>
        <source>R28</source>
        <translation>Varausta ei ole. Katsomme, onko lippuja jäljellä.</translation>
    </message>
    <message>
        <source>R29</source>
        <translation>Varauksesi on loppunut. Katsomme, onko lippuja jäljellä.</translation>
    </message>
    <message>
        <source>R30</source>
        <translation>Tälle päivälle ei ole enää lippuja. Voit tulla toisena päivänä.</translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left</source>
        <translation>
            <numerusform>Lippuja on jäljellä vain {n}. Voit tulla myös toisena päivänä.</numerusform>
            <numerusform>Lippuja on jäljellä vain {n}. Voit tulla myös toisena päivänä.</numerusform>
        </translation>
    </message>
    <message>
        <source>R31</source>
        <translation>Kaikki liput ovat loppuneet.</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>Olet jo saanut lipun tähän tapahtumaan.</translation>
    </message>
    <message numerus="yes">
        <source>R33</source>
        <translation>
            <numerusform>Olet saanut jo {n} lipun. Saat uuden lipun {date} alkaen.</numerusform>
            <numerusform>Olet saanut jo {n} lippua. Saat uuden lipun {date} alkaen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R33.without_date</source>
        <translation>
            <numerusform>Olet saanut jo {n} lipun.</numerusform>
            <numerusform>Olet saanut jo {n} lippua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R34</source>
        <translation>
            <numerusform>Saat enintään {n} lasten lipun.</numerusform>
            <numerusform>Saat enintään {n} lasten lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>R34.zero</source>
        <translation>Lasten lippuja ei saa tällä kertaa.</translation>
    </message>
    <message>
        <source>R35</source>
        <translation>Kurssille pääset vain sinä. Lapset eivät pääse kurssille tällä kortilla.</translation>
    </message>
    <message>
        <source>R36</source>
        <translation>Lapsi saa lipun, kun sinä tulet mukaan.</translation>
    </message>
    <message>
        <source>R37</source>
        <translation>Lasten lippu on alle {age}-vuotiaalle.</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>Tässä kassassa ei ole nyt lippuja. Kysymme toiselta kassalta.</translation>
    </message>
    <message numerus="yes">
        <source>R40</source>
        <translation>
            <numerusform>Sinulla on jo {n} kurssi. Voit ottaa uuden kurssin {date} alkaen.</numerusform>
            <numerusform>Sinulla on jo {n} kurssia. Voit ottaa uuden kurssin {date} alkaen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R40.without_date</source>
        <translation>
            <numerusform>Sinulla on jo {n} kurssi.</numerusform>
            <numerusform>Sinulla on jo {n} kurssia.</numerusform>
        </translation>
    </message>
    <message>
        <source>R41</source>
        <translation>Kurssi on täynnä. Voit jäädä jonoon.</translation>
    </message>
    <message>
        <source>R42</source>
        <translation>Kurssille ei voi nyt ilmoittautua.</translation>
    </message>
    <message>
        <source>R50</source>
        <translation>Jokainen ryhmäläinen näyttää oman Kaikukortin.</translation>
    </message>
    <message>
        <source>R51</source>
        <translation>Tällä kortilla ei pääse kurssille.</translation>
    </message>
    <message>
        <source>R52</source>
        <translation>Ohjaaja on jo saanut lipun.</translation>
    </message>
    <message>
        <source>R53</source>
        <translation>Yksi kortti ei toimi.</translation>
    </message>
    <message>
        <source>R54</source>
        <translation>Tämä kortti ei ole voimassa.</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>R61</source>
        <translation>Kone ei toimi nyt. Kirjaamme korttisi paperille.</translation>
    </message>
    <message>
        <source>R63</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>R64</source>
        <translation>Odota hetki. Pyydän apua.</translation>
    </message>
    <message>
        <source>R70</source>
        <translation>Lippua ei voi enää perua.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>Tervetuloa.</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>Hetki. Tarkistan kortin.</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>given</source>
        <translation>Ole hyvä.</translation>
    </message>
</context>
<context>
    <name>word</name>
    <message numerus="yes">
        <source>give</source>
        <translation>
            <numerusform>Anna lippu</numerusform>
            <numerusform>Anna liput</numerusform>
        </translation>
    </message>
    <message>
        <source>give_place</source>
        <translation>Anna paikka kurssille</translation>
    </message>
    <message>
        <source>record_visit</source>
        <translation>Kirjaa käynti</translation>
    </message>
    <message numerus="yes">
        <source>hand_over</source>
        <translation>
            <numerusform>Anna varattu lippu</numerusform>
            <numerusform>Anna varatut liput</numerusform>
        </translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>Varattu</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>Peruttu</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Harjoitus</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Huomaa tämä</translation>
    </message>
    <message>
        <source>read_again</source>
        <translation>Lue uudelleen</translation>
    </message>
    <message>
        <source>check_code</source>
        <translation>Tarkista numero</translation>
    </message>
    <message>
        <source>other_card</source>
        <translation>Muu kortti</translation>
    </message>
    <message>
        <source>not_now</source>
        <translation>Ei tällä kertaa</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>Valitse</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Odota hetki</translation>
    </message>
    <message>
        <source>ask_manager</source>
        <translation>Kysy esihenkilöltä</translation>
    </message>
    <message>
        <source>to_settle</source>
        <translation>Tämä pitää selvittää</translation>
    </message>
    <message>
        <source>nothing_to_do</source>
        <translation>Kunnossa</translation>
    </message>
</context>
<context>
    <name>remedy</name>
    <message>
        <source>scan_again</source>
        <translation>Lue kortti uudelleen. Voit myös kirjoittaa numeron kortista.</translation>
    </message>
    <message>
        <source>check_code</source>
        <translation>Katso numero kortista. Kirjoita se uudelleen.</translation>
    </message>
    <message>
        <source>show_kaikukortti</source>
        <translation>Pyydä asiakasta näyttämään Kaikukortti.</translation>
    </message>
    <message>
        <source>ask_issuer</source>
        <translation>Asiakas voi kysyä apua siitä paikasta, josta hän sai kortin.</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>Asiakas saa uuden kortin samasta paikasta.</translation>
    </message>
    <message>
        <source>come_from</source>
        <translation>Kerro asiakkaalle päivä, jolloin tämä onnistuu.</translation>
    </message>
    <message>
        <source>show_new_card</source>
        <translation>Pyydä asiakasta näyttämään uusi kortti.</translation>
    </message>
    <message>
        <source>own_area</source>
        <translation>Kerro asiakkaalle, missä kortti toimii.</translation>
    </message>
    <message>
        <source>other_offer</source>
        <translation>Ehdota toista tapahtumaa.</translation>
    </message>
    <message>
        <source>other_day</source>
        <translation>Ehdota toista päivää.</translation>
    </message>
    <message>
        <source>other_desk</source>
        <translation>Kysy toiselta kassalta lippuja.</translation>
    </message>
    <message>
        <source>fewer_children</source>
        <translation>Vähennä lasten lippuja.</translation>
    </message>
    <message>
        <source>no_children</source>
        <translation>Poista lasten liput. Asiakas voi itse saada paikan.</translation>
    </message>
    <message>
        <source>holder_comes</source>
        <translation>Anna lasten liput, kun kortin omistaja tulee mukaan.</translation>
    </message>
    <message>
        <source>scan_members</source>
        <translation>Lue jokaisen ryhmäläisen oma Kaikukortti.</translation>
    </message>
    <message>
        <source>without_member</source>
        <translation>Jatka ilman tätä korttia. Voit myös keskeyttää.</translation>
    </message>
    <message>
        <source>take_now</source>
        <translation>Anna lippu nyt, jos lippuja on jäljellä.</translation>
    </message>
    <message>
        <source>waiting_list</source>
        <translation>Kerro asiakkaalle jonosta.</translation>
    </message>
    <message>
        <source>set_clock</source>
        <translation>Aseta koneen kello oikeaan aikaan.</translation>
    </message>
    <message>
        <source>fetch_list</source>
        <translation>Hae uusi luettelo, kun yhteys toimii. Kirjaa kortti siihen asti paperille.</translation>
    </message>
    <message>
        <source>other_community_card</source>
        <translation>Ryhmä voi tulla toisella yhteisön kortilla.</translation>
    </message>
    <message>
        <source>ask_manager</source>
        <translation>Pyydä esihenkilö avuksi.</translation>
    </message>
    <message>
        <source>ask_support</source>
        <translation>Pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>try_again</source>
        <translation>Yritä uudelleen.</translation>
    </message>
</context>
<context>
    <name>rule</name>
    <message>
        <source>reading</source>
        <translation>Numero on luettu oikein</translation>
    </message>
    <message>
        <source>list_present</source>
        <translation>Kassalla on luettelo korteista</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Koneen kello on oikeassa</translation>
    </message>
    <message>
        <source>list_age</source>
        <translation>Luettelo korteista on uusi</translation>
    </message>
    <message>
        <source>quotas_age</source>
        <translation>Lippujen määrät ovat uudet</translation>
    </message>
    <message>
        <source>rules_age</source>
        <translation>Ohjelma on uusi</translation>
    </message>
    <message>
        <source>card_known</source>
        <translation>Kortti on luettelossa</translation>
    </message>
    <message>
        <source>card_status</source>
        <translation>Kortti on käytössä</translation>
    </message>
    <message>
        <source>area_dates</source>
        <translation>Kortin alue on mukana tänä päivänä</translation>
    </message>
    <message>
        <source>card_dates</source>
        <translation>Kortti on voimassa tänä päivänä</translation>
    </message>
    <message>
        <source>local_card</source>
        <translation>Kortti toimii tällä alueella</translation>
    </message>
    <message>
        <source>local_offer</source>
        <translation>Tähän paikkaan käy tämän alueen kortti</translation>
    </message>
    <message>
        <source>venue_member</source>
        <translation>Paikka on mukana käyntipäivänä</translation>
    </message>
    <message>
        <source>popup</source>
        <translation>Etu on voimassa käyntipäivänä</translation>
    </message>
    <message>
        <source>included</source>
        <translation>Tapahtumaan pääsee Kaikukortilla</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>Tapahtuma järjestetään</translation>
    </message>
    <message>
        <source>over</source>
        <translation>Tapahtuma ei ole ohi</translation>
    </message>
    <message>
        <source>bookable</source>
        <translation>Lippuja saa jo</translation>
    </message>
    <message>
        <source>sold_out</source>
        <translation>Lippuja ei ole myyty loppuun</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>Kortilla on varaus</translation>
    </message>
    <message>
        <source>already</source>
        <translation>Kortilla ei ole vielä lippua tähän tapahtumaan</translation>
    </message>
    <message>
        <source>card_limit</source>
        <translation>Kortilla saa vielä lippuja tästä paikasta</translation>
    </message>
    <message>
        <source>party</source>
        <translation>Lapset tulevat kortin omistajan kanssa</translation>
    </message>
    <message>
        <source>children_count</source>
        <translation>Lasten määrä on oikein</translation>
    </message>
    <message>
        <source>assistants</source>
        <translation>Avustajien määrä on oikein</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Ryhmäläisillä on omat kortit</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Ryhmäläisen kortti toimii</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>Lippuja on jäljellä</translation>
    </message>
    <message>
        <source>shared_quota</source>
        <translation>Myös muut kassat antavat samoja lippuja</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>Tässä kassassa on lippuja</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>Kortti on voimassa vielä tapahtuman jälkeen</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Yhteys</translation>
    </message>
    <message>
        <source>id_hint</source>
        <translation>Voit pyytää kortin, jossa on kuva</translation>
    </message>
    <message>
        <source>just_now</source>
        <translation>Korttia ei luettu juuri äsken</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Lipun voi vielä perua</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Varauksen voi vapauttaa</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>Kassa voi tehdä tämän</translation>
    </message>
</context>
<context>
    <name>outcome</name>
    <message>
        <source>passed</source>
        <translation>kunnossa</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>huomaa tämä</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>ei</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>esihenkilö antoi luvan</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ei koske tätä</translation>
    </message>
</context>
<context>
    <name>used</name>
    <message>
        <source>as_of</source>
        <translation>tiedot on haettu</translation>
    </message>
    <message>
        <source>already.as_of</source>
        <translation>muiden kassojen tiedot</translation>
    </message>
    <message>
        <source>card_limit.as_of</source>
        <translation>muiden kassojen tiedot</translation>
    </message>
    <message>
        <source>booking.as_of</source>
        <translation>muiden kassojen tiedot</translation>
    </message>
    <message>
        <source>quota.as_of</source>
        <translation>muiden kassojen tiedot</translation>
    </message>
    <message>
        <source>shared_quota.as_of</source>
        <translation>muiden kassojen tiedot</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>lukijan merkit korjattu</translation>
    </message>
    <message>
        <source>version</source>
        <translation>luettelon numero</translation>
    </message>
    <message>
        <source>now</source>
        <translation>kello nyt</translation>
    </message>
    <message>
        <source>n</source>
        <translation>määrä</translation>
    </message>
    <message>
        <source>list_age.n</source>
        <translation>luettelon ikä päivinä</translation>
    </message>
    <message>
        <source>quotas_age.n</source>
        <translation>määrien ikä päivinä</translation>
    </message>
    <message>
        <source>rules_age.n</source>
        <translation>ohjelman ikä päivinä</translation>
    </message>
    <message>
        <source>quota.n</source>
        <translation>jäljellä</translation>
    </message>
    <message>
        <source>rights.n</source>
        <translation>jäljellä</translation>
    </message>
    <message>
        <source>already.n</source>
        <translation>aiempia lippuja</translation>
    </message>
    <message>
        <source>card_limit.n</source>
        <translation>aiempia lippuja</translation>
    </message>
    <message>
        <source>children_count.n</source>
        <translation>pyydetty</translation>
    </message>
    <message>
        <source>assistants.n</source>
        <translation>pyydetty</translation>
    </message>
    <message>
        <source>days</source>
        <translation>luettelon ikä päivinä</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>luettelon ikä</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>kortin laji</translation>
    </message>
    <message>
        <source>status</source>
        <translation>kortin tila</translation>
    </message>
    <message>
        <source>area</source>
        <translation>alue</translation>
    </message>
    <message>
        <source>card_area</source>
        <translation>kortin alue</translation>
    </message>
    <message>
        <source>same_area</source>
        <translation>sama alue</translation>
    </message>
    <message>
        <source>from</source>
        <translation>alkaen</translation>
    </message>
    <message>
        <source>to</source>
        <translation>asti</translation>
    </message>
    <message>
        <source>date</source>
        <translation>päivä</translation>
    </message>
    <message>
        <source>time</source>
        <translation>aika</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>käyntipäivä</translation>
    </message>
    <message>
        <source>included</source>
        <translation>kuuluu Kaikukorttiin</translation>
    </message>
    <message>
        <source>community</source>
        <translation>yhteisön kortti käy</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>liput alkaen</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>liput asti</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>tapahtuma loppuu</translation>
    </message>
    <message>
        <source>collect_by</source>
        <translation>haettava viimeistään</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>raja</translation>
    </message>
    <message>
        <source>period</source>
        <translation>jakso</translation>
    </message>
    <message>
        <source>children</source>
        <translation>lapsia</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>kortin omistaja mukana</translation>
    </message>
    <message>
        <source>under</source>
        <translation>lasten ikäraja</translation>
    </message>
    <message>
        <source>k</source>
        <translation>rekisterissä</translation>
    </message>
    <message>
        <source>most</source>
        <translation>enintään</translation>
    </message>
    <message>
        <source>members</source>
        <translation>ryhmäläisiä</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>lapsia ilman omaa korttia</translation>
    </message>
    <message>
        <source>i</source>
        <translation>kortin paikka ryhmässä</translation>
    </message>
    <message>
        <source>need</source>
        <translation>tarvitaan</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>toinen päivä</translation>
    </message>
    <message>
        <source>role</source>
        <translation>kuka</translation>
    </message>
</context>
<context>
    <name>value</name>
    <message>
        <source>yes</source>
        <translation>kyllä</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ei</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>oma kortti</translation>
    </message>
    <message>
        <source>community</source>
        <translation>yhteisön kortti</translation>
    </message>
    <message>
        <source>active</source>
        <translation>käytössä</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>ei käytössä</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>vaihdettu uuteen</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>uusi</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>yli päivän vanha</translation>
    </message>
    <message>
        <source>banner</source>
        <translation>yli viikon vanha</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>liian vanha</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>kassan työntekijä</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>esihenkilö</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>unknown</source>
        <translation>Tämä ei onnistunut. Kirjatut liput ovat tallessa. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>config</source>
        <translation>Asetus {field} on väärin. Asetus on tiedostossa {file}. Pyydä apua ylläpidolta.</translation>
    </message>
    <message>
        <source>config.without_file</source>
        <translation>Asetus {field} on väärin. Pyydä apua ylläpidolta.</translation>
    </message>
    <message>
        <source>config.without_field</source>
        <translation>Tiedostoa {file} ei voi lukea. Pyydä apua ylläpidolta.</translation>
    </message>
    <message>
        <source>config.without_field_file</source>
        <translation>Jokin asetus on väärin. Pyydä apua ylläpidolta.</translation>
    </message>
    <message>
        <source>config.address</source>
        <translation>Palvelimen osoite on väärin. Tarkista osoite.</translation>
    </message>
    <message>
        <source>config.tls</source>
        <translation>Osoitteen alussa pitää olla https://. Tarkista osoite.</translation>
    </message>
    <message>
        <source>config.enrolled</source>
        <translation>Tämä kassa on jo käytössä. Käynnistä ohjelma uudelleen.</translation>
    </message>
    <message numerus="yes">
        <source>config.other_network</source>
        <translation>
            <numerusform>Tämä kassa kuuluu toiseen verkostoon. {n} kirjaus odottaa toista palvelinta. Käytä oman verkoston koodia.</numerusform>
            <numerusform>Tämä kassa kuuluu toiseen verkostoon. {n} kirjausta odottaa toista palvelinta. Käytä oman verkoston koodia.</numerusform>
        </translation>
    </message>
    <message>
        <source>config.code</source>
        <translation>Koodi puuttuu. Kirjoita koodi paperista.</translation>
    </message>
    <message>
        <source>config.translations</source>
        <translation>Ohjelman tekstit puuttuvat. Pyydä apua ylläpidolta. Komento on: make setup.</translation>
    </message>
    <message>
        <source>store</source>
        <translation>Kassan tiedosto ei toimi. Käynnistä ohjelma uudelleen. Pyydä tarvittaessa apua tuesta.</translation>
    </message>
    <message>
        <source>store_busy</source>
        <translation>Toinen ohjelma käyttää kassan tiedostoa. Sulje toinen Kaikuportti. Yritä sitten uudelleen.</translation>
    </message>
    <message>
        <source>store_damaged</source>
        <translation>Kassan tiedosto on rikki tai avain on väärä. Mitään ei ole poistettu. Pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>store_too_new</source>
        <translation>Tämä ohjelma on liian vanha. Päivitä Kaikuportti.</translation>
    </message>
    <message>
        <source>store_read_only</source>
        <translation>Kassan tiedostoon ei voi tallentaa. Pyydä apua ylläpidolta.</translation>
    </message>
    <message>
        <source>store_full</source>
        <translation>Koneen levy on täynnä. Viimeinen kirjaus ei tallentunut. Aiemmat kirjaukset ovat tallessa. Poista koneesta turhia tiedostoja ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>key_missing</source>
        <translation>Kassan avain puuttuu tästä koneesta. Kirjaudu koneelle kassan tunnuksella. Pyydä tarvittaessa apua tuesta.</translation>
    </message>
    <message>
        <source>key_missing.file</source>
        <translation>Kassan avaintiedosto {file} puuttuu. Mitään ei ole poistettu. Pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>camera_missing</source>
        <translation>Kameraa ei löydy. Lue kortti lukijalla tai kirjoita numero.</translation>
    </message>
    <message>
        <source>camera_busy</source>
        <translation>Toinen ohjelma käyttää kameraa. Sulje se ohjelma. Voit kirjoittaa numeron.</translation>
    </message>
    <message>
        <source>camera_denied</source>
        <translation>Kamera on estetty tässä koneessa. Pyydä apua tuesta. Voit kirjoittaa numeron.</translation>
    </message>
    <message>
        <source>camera_lost</source>
        <translation>Kamera ei ole enää kiinni koneessa. Tarkista johto. Voit kirjoittaa numeron.</translation>
    </message>
    <message>
        <source>camera_silent</source>
        <translation>Kamera ei lähetä kuvaa. Irrota johto. Kytke johto uudelleen. Voit kirjoittaa numeron.</translation>
    </message>
    <message>
        <source>decoder_missing</source>
        <translation>Kone ei voi lukea kortteja kuvasta. Kirjoita numero tai käytä lukijaa. Pyydä apua ylläpidolta.</translation>
    </message>
    <message>
        <source>picture_bad</source>
        <translation>Kuva ei toimi. Valitse toinen kuva.</translation>
    </message>
    <message>
        <source>picture_bad.missing</source>
        <translation>Tiedostoa ei löydy. Valitse kuva uudelleen.</translation>
    </message>
    <message>
        <source>picture_bad.not_a_file</source>
        <translation>Tämä ei ole kuva. Valitse kuva.</translation>
    </message>
    <message>
        <source>picture_bad.unreadable</source>
        <translation>Tiedosto ei aukea. Valitse toinen kuva.</translation>
    </message>
    <message>
        <source>picture_bad.empty</source>
        <translation>Tiedosto on tyhjä. Valitse toinen kuva.</translation>
    </message>
    <message>
        <source>picture_bad.too_large</source>
        <translation>Kuva on liian suuri. Valitse pienempi kuva.</translation>
    </message>
    <message>
        <source>picture_bad.not_a_picture</source>
        <translation>Tiedosto ei ole kuva. Valitse kuva.</translation>
    </message>
    <message>
        <source>picture_bad.broken</source>
        <translation>Kuva on rikki. Valitse toinen kuva.</translation>
    </message>
    <message>
        <source>picture_bad.halted</source>
        <translation>Kone ei saanut luettua tätä kuvaa. Valitse toinen kuva tai kirjoita numero.</translation>
    </message>
    <message>
        <source>picture_bad.two_cards</source>
        <translation>Kuvassa on monta korttia. Näytä yksi kortti kerrallaan.</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>Palvelin ei toimi juuri nyt. Voit antaa lippuja. Ohjelma yrittää itse uudelleen.</translation>
    </message>
    <message>
        <source>hub_unreachable</source>
        <translation>Yhteys ei toimi. Voit antaa lippuja. Kone lähettää kirjaukset, kun yhteys toimii taas.</translation>
    </message>
    <message>
        <source>hub_refused</source>
        <translation>Palvelin ei hyväksynyt tätä. Kirjatut liput ovat tallessa. Pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>hub_revoked</source>
        <translation>Palvelin on sulkenut tämän kassan. Kassa ei voi antaa lippuja. Kirjatut liput ovat tallessa. Kone lähettää ne palvelimelle. Kysy neuvoa ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_garbled</source>
        <translation>Osoitteessa ei ole oikeaa palvelinta. Tarkista osoite ja verkko.</translation>
    </message>
    <message>
        <source>hub_garbled.tls</source>
        <translation>Palvelimeen ei voi luottaa. Siksi yhteyttä ei avattu. Tarkista osoite ja koneen kello.</translation>
    </message>
    <message>
        <source>hub_garbled.version</source>
        <translation>Tämän kassan ohjelma on eri versio kuin palvelimen. Päivitä Kaikuportti.</translation>
    </message>
    <message>
        <source>import_bad</source>
        <translation>Tiedostoa ei voi lukea. Tiedoston pitää olla CSV tai JSON. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>hub_refused.code_unknown</source>
        <translation>Koodi on väärin. Tarkista koodi. Voit myös pyytää uuden koodin ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_refused.code_spent</source>
        <translation>Koodi on jo käytetty. Pyydä uusi koodi ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_refused.code_expired</source>
        <translation>Koodi on vanha. Pyydä uusi koodi ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_refused.slow_down</source>
        <translation>Koodi on ollut väärin monta kertaa. Odota hetki. Yritä sitten uudelleen.</translation>
    </message>
    <message>
        <source>hub_refused.unauthorized</source>
        <translation>Palvelin ei tunne tätä kassaa. Kirjatut liput ovat tallessa. Pyydä uusi koodi ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_refused.version</source>
        <translation>Tämän kassan ohjelma on eri versio kuin palvelimen. Kirjatut liput ovat tallessa. Päivitä Kaikuportti.</translation>
    </message>
    <message>
        <source>register_refused</source>
        <translation>Rekisterissä ei ole tätä tietoa tai tieto on siellä jo. Tarkista tieto ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>bad_input</source>
        <translation>Tämä ei käy. Tarkista, mitä kirjoitit.</translation>
    </message>
</context>
<context>
    <name>hint</name>
    <message>
        <source>empty</source>
        <translation>Lue kortti tai kirjoita numero.</translation>
    </message>
    <message>
        <source>too_short</source>
        <translation>Numerosta puuttuu vielä merkkejä.</translation>
    </message>
    <message>
        <source>too_long</source>
        <translation>Numerossa on liian monta merkkiä.</translation>
    </message>
    <message>
        <source>wrong_character</source>
        <translation>Yksi merkki on väärin. Käytä vain kirjaimia A–Z ja numeroita.</translation>
    </message>
    <message>
        <source>check_character</source>
        <translation>Yksi merkki on luultavasti väärin. Katso kortista.</translation>
    </message>
    <message>
        <source>lookalike</source>
        <translation>Katso tarkasti kirjaimet O ja I. Ne voivat olla numeroita 0 ja 1.</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>Lukijan asetus on väärin. Lukijassa ja koneessa pitää olla sama näppäimistö.</translation>
    </message>
</context>
<context>
    <name>lift</name>
    <message>
        <source>R30</source>
        <translation>lippuja, vaikka päivän liput ovat loppuneet</translation>
    </message>
    <message>
        <source>R31</source>
        <translation>lippuja, vaikka tapahtuma on loppuunmyyty</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>toinen lippu samaan tapahtumaan</translation>
    </message>
    <message>
        <source>R33</source>
        <translation>lippu, vaikka kortin raja on täynnä</translation>
    </message>
    <message>
        <source>R34</source>
        <translation>enemmän lapsia kuin rekisterissä on</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>lippuja, vaikka tämän kassan liput ovat loppuneet</translation>
    </message>
    <message>
        <source>R40</source>
        <translation>kurssi, vaikka kurssien raja on täynnä</translation>
    </message>
    <message>
        <source>R41</source>
        <translation>paikka, vaikka kurssi on täynnä</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>lippu, vaikka koneen kello voi olla väärässä</translation>
    </message>
    <message>
        <source>R62</source>
        <translation>enemmän avustajia kuin tapahtumaan voi tulla</translation>
    </message>
    <message>
        <source>R64</source>
        <translation>lippu, vaikka tiedot ovat vanhat</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Paikkoja on vielä</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>Tukipalvelu antoi luvan</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Kone tai luettelo on väärässä</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Muu syy</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>enrolled</source>
        <translation>Kassan liittäminen</translation>
    </message>
    <message>
        <source>redemption</source>
        <translation>Annetut liput</translation>
    </message>
    <message>
        <source>void</source>
        <translation>Lippujen peruminen</translation>
    </message>
    <message>
        <source>reservation</source>
        <translation>Varaus</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Varauksen vapautus</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>Päivän lippujen määrä muuttui</translation>
    </message>
    <message>
        <source>override</source>
        <translation>Esihenkilön lupa</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>Selvitetty asia</translation>
    </message>
    <message>
        <source>give_back</source>
        <translation>Kassa palautti osan lipuista</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>garbled</source>
        <translation>kirjaus on rikki</translation>
    </message>
    <message>
        <source>senseless</source>
        <translation>palvelimella on toinen tieto</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>palvelin ei tunne tällaista kirjausta</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>kirjaus kuuluu toiseen paikkaan</translation>
    </message>
    <message>
        <source>forked</source>
        <translation>kassan kirjauksia on kaksi eri versiota</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>kassa ei ollut enää käytössä</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>palvelimessa on vika</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>recorded</source>
        <translation>odottaa lähettämistä</translation>
    </message>
    <message>
        <source>practised</source>
        <translation>harjoitus</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>lähetetty</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>perillä</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>palvelin ei hyväksynyt</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>peruttu</translation>
    </message>
    <message>
        <source>online</source>
        <translation>Yhteys toimii</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Ei yhteyttä</translation>
    </message>
    <message>
        <source>list_fresh</source>
        <translation>Luettelo korteista on uusi</translation>
    </message>
    <message>
        <source>list_notice</source>
        <translation>Luettelo korteista haettiin {time}. Voit antaa lippuja {date} asti.</translation>
    </message>
    <message>
        <source>list_banner</source>
        <translation>Luettelo korteista on vanha. Se haettiin {time}. Voit antaa lippuja {date} asti. Hae uusi luettelo.</translation>
    </message>
    <message>
        <source>list_stop</source>
        <translation>Luettelo korteista on liian vanha. Se haettiin {time}. Hae uusi. Esihenkilö voi sallia lipun (F6).</translation>
    </message>
    <message>
        <source>quotas_notice</source>
        <translation>Lippujen määrät haettiin {time}. Voit antaa tämän kassan lippuja.</translation>
    </message>
    <message>
        <source>quotas_banner</source>
        <translation>Lippujen määrät ovat vanhat. Ne haettiin {time}. Voit antaa tämän kassan lippuja. Muita voit antaa {date} asti.</translation>
    </message>
    <message>
        <source>quotas_stop</source>
        <translation>Lippujen määriä ei ole haettu pitkään aikaan. Voit antaa tämän kassan lippuja. Esihenkilö päättää muista lipuista (F6).</translation>
    </message>
    <message>
        <source>rules_notice</source>
        <translation>Ohjelma haettiin {time}. Voit antaa lippuja {date} asti.</translation>
    </message>
    <message>
        <source>rules_banner</source>
        <translation>Ohjelma on vanha. Se haettiin {time}. Voit antaa lippuja {date} asti. Hae uusi ohjelma.</translation>
    </message>
    <message>
        <source>rules_stop</source>
        <translation>Ohjelma on liian vanha. Se haettiin {time}. Hae uusi. Esihenkilö voi sallia lipun (F6).</translation>
    </message>
    <message>
        <source>list_none</source>
        <translation>Luetteloa korteista ei ole vielä</translation>
    </message>
    <message>
        <source>camera_opening</source>
        <translation>Kamera käynnistyy</translation>
    </message>
    <message>
        <source>camera_watching</source>
        <translation>Kamera on valmis</translation>
    </message>
    <message>
        <source>camera_two_cards</source>
        <translation>Näytä yksi kortti kerrallaan</translation>
    </message>
    <message>
        <source>camera_black</source>
        <translation>Kameran kuva on musta. Avaa kameran suojus tai sytytä valo.</translation>
    </message>
    <message>
        <source>camera_frozen</source>
        <translation>Kameran kuva ei liiku. Irrota johto. Kytke johto uudelleen.</translation>
    </message>
    <message>
        <source>camera_troubled</source>
        <translation>Kameran kuva ei toimi nyt. Yritämme uudelleen.</translation>
    </message>
    <message>
        <source>camera_missing</source>
        <translation>Kameraa ei löydy. Kytke kamera, käytä lukijaa tai kirjoita numero.</translation>
    </message>
    <message>
        <source>camera_busy</source>
        <translation>Toinen ohjelma käyttää kameraa. Sulje se ohjelma.</translation>
    </message>
    <message>
        <source>camera_denied</source>
        <translation>Kamera on estetty tässä koneessa. Pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>camera_lost</source>
        <translation>Kamera ei ole kiinni. Tarkista johto.</translation>
    </message>
    <message>
        <source>camera_silent</source>
        <translation>Kamera ei lähetä kuvaa. Irrota johto. Kytke johto uudelleen.</translation>
    </message>
    <message>
        <source>camera_stopped</source>
        <translation>Kamera on pois päältä</translation>
    </message>
    <message>
        <source>scanner_off</source>
        <translation>Sarjaportin lukija ei ole käytössä. Tavallinen lukija toimii aina.</translation>
    </message>
    <message>
        <source>scanner_searching</source>
        <translation>Kone ei löydä sarjaportin lukijaa. Tavallinen lukija toimii aina.</translation>
    </message>
    <message>
        <source>scanner_ready</source>
        <translation>Sarjaportin lukija on valmis</translation>
    </message>
    <message>
        <source>scanner_noisy</source>
        <translation>Väärä portti. Valitse valikosta portti, jossa lukija on.</translation>
    </message>
    <message>
        <source>scanner_lost</source>
        <translation>Sarjaportin lukija on irti. Tarkista johto.</translation>
    </message>
    <message>
        <source>scanner_busy</source>
        <translation>Toinen ohjelma käyttää lukijaa</translation>
    </message>
    <message>
        <source>scanner_denied</source>
        <translation>Tällä tunnuksella ei voi käyttää lukijaa. Pyydä apua.</translation>
    </message>
    <message>
        <source>scanner_no_library</source>
        <translation>Koneesta puuttuu ohjelma lukijaa varten. Pyydä apua.</translation>
    </message>
</context>
<context>
    <name>period</name>
    <message>
        <source>performance</source>
        <translation>samaan esitykseen</translation>
    </message>
    <message>
        <source>day</source>
        <translation>samana päivänä</translation>
    </message>
    <message>
        <source>week</source>
        <translation>samalla viikolla</translation>
    </message>
    <message>
        <source>month</source>
        <translation>samassa kuussa</translation>
    </message>
    <message>
        <source>term</source>
        <translation>samalla lukukaudella</translation>
    </message>
    <message>
        <source>year</source>
        <translation>samana vuonna</translation>
    </message>
</context>
<context>
    <name>role</name>
    <message>
        <source>clerk</source>
        <translation>Kassa</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Esihenkilö</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>Työntekijä</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Opiskelija</translation>
    </message>
    <message>
        <source>volunteer</source>
        <translation>Vapaaehtoinen</translation>
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
        <translation>Tavallinen kortti</translation>
    </message>
    <message>
        <source>plain.shows</source>
        <translation>Anna lippu. Lue kortti ja paina Enter.</translation>
    </message>
    <message>
        <source>children</source>
        <translation>Kaksi lasta</translation>
    </message>
    <message>
        <source>children.shows</source>
        <translation>Lisää lapset: paina +. Anna sitten kaikki liput. Kolmas lapsi: kutsu esihenkilö ja paina F6.</translation>
    </message>
    <message>
        <source>no_children</source>
        <translation>Ei lapsia</translation>
    </message>
    <message>
        <source>no_children.shows</source>
        <translation>Kortilla ei ole lapsia. Paina + ja katso, mitä ohjelma sanoo.</translation>
    </message>
    <message>
        <source>ends_soon</source>
        <translation>Loppuu pian</translation>
    </message>
    <message>
        <source>ends_soon.shows</source>
        <translation>Anna lippu. Kerro, että kortti loppuu pian.</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>Varaus</translation>
    </message>
    <message>
        <source>booked.shows</source>
        <translation>Kortilla on varaus illan näytelmään. Anna varatut liput.</translation>
    </message>
    <message>
        <source>already</source>
        <translation>Lippu on jo annettu</translation>
    </message>
    <message>
        <source>already.shows</source>
        <translation>Kortilla on jo liput illan näytelmään.</translation>
    </message>
    <message>
        <source>community</source>
        <translation>Yhteisön kortti</translation>
    </message>
    <message>
        <source>community.shows</source>
        <translation>Kortti aloittaa ryhmän. Lue sitten ryhmäläisten kortit. Paina Enter, ja kaikki saavat lipun.</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Ryhmäläinen</translation>
    </message>
    <message>
        <source>member.shows</source>
        <translation>Ryhmäläisen oma kortti. Askelpalautin poistaa viimeisen kortin.</translation>
    </message>
    <message>
        <source>member_used</source>
        <translation>Ryhmäläinen, jolla on lippu</translation>
    </message>
    <message>
        <source>member_used.shows</source>
        <translation>Tämä kortti ei käy ryhmässä illan näytelmään. Enter jatkaa ilman sitä.</translation>
    </message>
    <message>
        <source>community_used</source>
        <translation>Yhteisön kortti, käytetty</translation>
    </message>
    <message>
        <source>community_used.shows</source>
        <translation>Ohjaaja on jo saanut lipun illan näytelmään.</translation>
    </message>
    <message>
        <source>community_closed</source>
        <translation>Yhteisön kortti, ei voimassa</translation>
    </message>
    <message>
        <source>community_closed.shows</source>
        <translation>Kortti ei ole voimassa. Ryhmä ei ala. Seuraava kortti on seuraavan asiakkaan.</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>Vanhentunut</translation>
    </message>
    <message>
        <source>expired.shows</source>
        <translation>Kortti on vanha. Kerro, mistä asiakas saa uuden.</translation>
    </message>
    <message>
        <source>not_yet</source>
        <translation>Ei vielä voimassa</translation>
    </message>
    <message>
        <source>not_yet.shows</source>
        <translation>Kortti alkaa myöhemmin.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>Ei käytössä</translation>
    </message>
    <message>
        <source>closed.shows</source>
        <translation>Kortti ei ole käytössä. Kukaan ei näe syytä.</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>Vaihdettu uuteen</translation>
    </message>
    <message>
        <source>replaced.shows</source>
        <translation>Asiakkaalla on uusi kortti. Pyydä se.</translation>
    </message>
    <message>
        <source>area_ended</source>
        <translation>Kokeilu päättynyt</translation>
    </message>
    <message>
        <source>area_ended.shows</source>
        <translation>Kokeilu on loppunut.</translation>
    </message>
    <message>
        <source>local</source>
        <translation>Oman alueen kortti</translation>
    </message>
    <message>
        <source>local.shows</source>
        <translation>Kortti käy vain omalla alueellaan.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>Ei luettelossa</translation>
    </message>
    <message>
        <source>unknown.shows</source>
        <translation>Korttia ei löydy. Kokeile myös ilman yhteyttä. Silloin voit antaa lipun, ja kortti tarkistetaan myöhemmin.</translation>
    </message>
    <message>
        <source>mistyped</source>
        <translation>Numero väärin</translation>
    </message>
    <message>
        <source>mistyped.shows</source>
        <translation>Kortin numero on kirjoitettu väärin.</translation>
    </message>
    <message>
        <source>misread</source>
        <translation>Epäselvä viivakoodi</translation>
    </message>
    <message>
        <source>misread.shows</source>
        <translation>Kone luki väärin. Lue uudelleen.</translation>
    </message>
    <message>
        <source>other_card</source>
        <translation>Muu kortti</translation>
    </message>
    <message>
        <source>other_card.shows</source>
        <translation>Tämä on jokin muu kortti.</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>window.title</source>
        <translation>Kaikuportti – lippukassa</translation>
    </message>
    <message>
        <source>window.demo</source>
        <translation>Tämä on esittely. Ohjelman kello on nyt {time}.</translation>
    </message>
    <message>
        <source>window.language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>window.help</source>
        <translation>Ohje</translation>
    </message>
    <message>
        <source>window.about</source>
        <translation>Tietoja ohjelmasta</translation>
    </message>
    <message>
        <source>window.manager</source>
        <translation>Esihenkilön sivu</translation>
    </message>
    <message numerus="yes">
        <source>window.close_waiting</source>
        <translation>
            <numerusform>{n} lippu odottaa vielä lähettämistä. Lippu on tallessa. Kone lähettää sen, kun avaat ohjelman ja yhteys toimii.</numerusform>
            <numerusform>{n} lippua odottaa vielä lähettämistä. Liput ovat tallessa. Kone lähettää ne, kun avaat ohjelman ja yhteys toimii.</numerusform>
        </translation>
    </message>
    <message>
        <source>window.trouble</source>
        <translation>Ohjelmassa oli virhe. Kirjatut liput ovat tallessa. Voit jatkaa. Voit myös käynnistää ohjelman uudelleen.</translation>
    </message>
    <message>
        <source>action.cancel</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>action.close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>action.back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>today.title</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>today.previous</source>
        <translation>Edellinen päivä</translation>
    </message>
    <message>
        <source>today.next</source>
        <translation>Seuraava päivä</translation>
    </message>
    <message>
        <source>today.day</source>
        <translation>Kirjoita päivä, esim. 24.12.</translation>
    </message>
    <message>
        <source>today.no_day</source>
        <translation>Kirjoita päivä, joka tulee vuoden sisällä.</translation>
    </message>
    <message>
        <source>today.filter</source>
        <translation>Etsi tapahtumaa</translation>
    </message>
    <message>
        <source>today.none</source>
        <translation>Tänä päivänä ei ole tapahtumia. Valitse toinen päivä.</translation>
    </message>
    <message>
        <source>today.no_match</source>
        <translation>Tapahtumaa ei löytynyt.</translation>
    </message>
    <message>
        <source>today.all_day</source>
        <translation>koko päivän</translation>
    </message>
    <message>
        <source>today.begins</source>
        <translation>alkaa {date}</translation>
    </message>
    <message numerus="yes">
        <source>today.left</source>
        <translation>
            <numerusform>{n} jäljellä</numerusform>
            <numerusform>{n} jäljellä</numerusform>
        </translation>
    </message>
    <message>
        <source>today.left_here</source>
        <translation>{n} jäljellä · tässä {k}</translation>
    </message>
    <message>
        <source>today.no_limit</source>
        <translation>ei rajaa</translation>
    </message>
    <message>
        <source>today.over</source>
        <translation>ohi</translation>
    </message>
    <message>
        <source>today.sold_out</source>
        <translation>loppuunmyyty</translation>
    </message>
    <message>
        <source>today.cancelled</source>
        <translation>peruttu</translation>
    </message>
    <message>
        <source>today.not_open</source>
        <translation>ei vielä auki</translation>
    </message>
    <message>
        <source>today.all_given</source>
        <translation>liput jaettu</translation>
    </message>
    <message>
        <source>today.not_now</source>
        <translation>ei saatavilla</translation>
    </message>
    <message>
        <source>booking.open</source>
        <translation>Varaukset</translation>
    </message>
    <message>
        <source>booking.title</source>
        <translation>Varaukset: {offer}</translation>
    </message>
    <message>
        <source>booking.none</source>
        <translation>Tähän ei ole varauksia.</translation>
    </message>
    <message>
        <source>booking.hint</source>
        <translation>Lue kortti. Kone etsii varauksen. Esc palaa.</translation>
    </message>
    <message>
        <source>booking.held</source>
        <translation>haettava {time} mennessä</translation>
    </message>
    <message>
        <source>booking.late</source>
        <translation>ei haettu {time} mennessä</translation>
    </message>
    <message>
        <source>booking.collected</source>
        <translation>haettu</translation>
    </message>
    <message>
        <source>booking.released</source>
        <translation>vapautettu</translation>
    </message>
    <message>
        <source>booking.elsewhere</source>
        <translation>Varattu toisella kassalla</translation>
    </message>
    <message>
        <source>booking.release</source>
        <translation>Vapauta valittu</translation>
    </message>
    <message numerus="yes">
        <source>booking.release_late</source>
        <translation>
            <numerusform>Vapauta {n} hakematon</numerusform>
            <numerusform>Vapauta {n} hakematonta</numerusform>
        </translation>
    </message>
    <message>
        <source>booking.let_go</source>
        <translation>Varaus on vapautettu. Liput voi antaa muille.</translation>
    </message>
    <message numerus="yes">
        <source>booking.let_late_go</source>
        <translation>
            <numerusform>{n} varaus vapautettu. Sitä ei haettu.</numerusform>
            <numerusform>{n} varausta vapautettu. Niitä ei haettu.</numerusform>
        </translation>
    </message>
    <message>
        <source>booking.still_time</source>
        <translation>Kaikki varaukset voi vielä hakea.</translation>
    </message>
    <message>
        <source>booking.managers</source>
        <translation>Hakuaika on ohi. Esihenkilö voi vapauttaa varauksen (F6).</translation>
    </message>
    <message>
        <source>booking.reserve</source>
        <translation>Varaa</translation>
    </message>
    <message>
        <source>booking.take</source>
        <translation>Anna liput heti</translation>
    </message>
    <message>
        <source>booking.without</source>
        <translation>Anna lippu ilman varausta</translation>
    </message>
    <message>
        <source>booking.can</source>
        <translation>Liput voi varata. Ne pitää hakea viimeistään {time}.</translation>
    </message>
    <message>
        <source>booking.word</source>
        <translation>Varaa</translation>
    </message>
    <message>
        <source>booking.undo_hint</source>
        <translation>Kerro, mihin mennessä liput pitää hakea. Peru varaus: Ctrl+Z.</translation>
    </message>
    <message>
        <source>scan.label</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>scan.placeholder</source>
        <translation>Lue kortti tai kirjoita numero</translation>
    </message>
    <message>
        <source>scan.ready</source>
        <translation>Valmis. Lue kortti.</translation>
    </message>
    <message>
        <source>scan.looking</source>
        <translation>Tarkistetaan…</translation>
    </message>
    <message>
        <source>scan.drop</source>
        <translation>Pudota kuva kortista tähän</translation>
    </message>
    <message>
        <source>scan.open</source>
        <translation>Avaa kuva</translation>
    </message>
    <message>
        <source>scan.pictures</source>
        <translation>Kuvat</translation>
    </message>
    <message>
        <source>scan.choose_first</source>
        <translation>Valitse ensin tapahtuma.</translation>
    </message>
    <message>
        <source>scan.choose_word</source>
        <translation>Valitse tapahtuma</translation>
    </message>
    <message>
        <source>scan.which</source>
        <translation>Kortti on luettu. Mihin tapahtumaan?</translation>
    </message>
    <message>
        <source>scan.which_how</source>
        <translation>Valitse nuolilla ja paina Enter.</translation>
    </message>
    <message>
        <source>scan.arrived</source>
        <translation>Merkit koodin vierestä jätettiin pois. Lukija lähetti: {seen}</translation>
    </message>
    <message>
        <source>camera.title</source>
        <translation>Kameran kuva</translation>
    </message>
    <message>
        <source>camera.hold</source>
        <translation>Pidä kortti kehyksen sisällä</translation>
    </message>
    <message>
        <source>camera.show</source>
        <translation>Näytä kortti kameralle</translation>
    </message>
    <message>
        <source>camera.none</source>
        <translation>Ei kameraa</translation>
    </message>
    <message>
        <source>camera.numbered</source>
        <translation>Kamera {number}</translation>
    </message>
    <message>
        <source>verdict.panel</source>
        <translation>Tarkistuksen tulos</translation>
    </message>
    <message>
        <source>verdict.card</source>
        <translation>Kortti {card}</translation>
    </message>
    <message>
        <source>verdict.community</source>
        <translation>Yhteisön kortti {card}</translation>
    </message>
    <message>
        <source>verdict.valid_until</source>
        <translation>{date} asti</translation>
    </message>
    <message>
        <source>verdict.offline_checked</source>
        <translation>Yhteys ei toimi. Kone käytti luetteloa: {time}.</translation>
    </message>
    <message>
        <source>verdict.not_recorded</source>
        <translation>Lippua ei kirjattu. Älä anna lippua vielä.</translation>
    </message>
    <message>
        <source>verdict.look_word</source>
        <translation>Kortti käy</translation>
    </message>
    <message numerus="yes">
        <source>verdict.look_tickets</source>
        <translation>
            <numerusform>Kortilla saa lipun.</numerusform>
            <numerusform>Kortilla saa {n} lippua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>verdict.children</source>
        <translation>
            <numerusform>Lapsia {n}</numerusform>
            <numerusform>Lapsia {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>verdict.why</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>verdict.why_title</source>
        <translation>Näin kortti tarkistettiin</translation>
    </message>
    <message>
        <source>paper.title</source>
        <translation>Kirjaa paperilta</translation>
    </message>
    <message>
        <source>paper.intro</source>
        <translation>Kirjaa kaikki rivit. Liput on jo annettu. Kirjoita päivä ja kello paperista. Rivi säilyy, vaikka se jää kesken.</translation>
    </message>
    <message>
        <source>paper.day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>paper.time</source>
        <translation>Kello</translation>
    </message>
    <message>
        <source>paper.event</source>
        <translation>Tapahtuma</translation>
    </message>
    <message>
        <source>paper.code</source>
        <translation>Kortin numero</translation>
    </message>
    <message>
        <source>paper.children</source>
        <translation>Lapsia</translation>
    </message>
    <message>
        <source>paper.assistants</source>
        <translation>Avustajia</translation>
    </message>
    <message>
        <source>paper.members</source>
        <translation>Ryhmän kortit</translation>
    </message>
    <message>
        <source>paper.who</source>
        <translation>Ryhmän ohjaaja</translation>
    </message>
    <message>
        <source>paper.worker</source>
        <translation>Työntekijä</translation>
    </message>
    <message>
        <source>paper.student</source>
        <translation>Opiskelija</translation>
    </message>
    <message>
        <source>paper.volunteer</source>
        <translation>Vapaaehtoinen</translation>
    </message>
    <message>
        <source>paper.choose</source>
        <translation>Valitse tapahtuma</translation>
    </message>
    <message>
        <source>paper.record</source>
        <translation>Kirjaa rivi</translation>
    </message>
    <message>
        <source>paper.again</source>
        <translation>Toinen lippu: kirjaa silti</translation>
    </message>
    <message>
        <source>paper.later</source>
        <translation>Jätä kesken</translation>
    </message>
    <message>
        <source>paper.strike</source>
        <translation>Poista rivi</translation>
    </message>
    <message>
        <source>paper.leave</source>
        <translation>Takaisin kassalle</translation>
    </message>
    <message>
        <source>paper.waiting</source>
        <translation>Kesken. Riviä ei ole kirjattu.</translation>
    </message>
    <message>
        <source>paper.not_saved</source>
        <translation>Riviä ei tallennettu. Säilytä paperi. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>paper.go_on</source>
        <translation>Jatka riviä</translation>
    </message>
    <message>
        <source>paper.take_back</source>
        <translation>Peru kirjaus</translation>
    </message>
    <message>
        <source>paper.taken_back</source>
        <translation>Kirjaus on peruttu.</translation>
    </message>
    <message>
        <source>paper.not_taken_back</source>
        <translation>Kirjausta ei peruttu. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>paper.recorded</source>
        <translation>Kirjattu.</translation>
    </message>
    <message>
        <source>paper.case</source>
        <translation>Kirjattu. Asiakas pitää lipun. Esihenkilö katsoo tämän. Syy: {rules}</translation>
    </message>
    <message>
        <source>paper.before</source>
        <translation>Kortilla on jo lippu tähän tapahtumaan ({time}). Onko se sama lippu? Poista silloin rivi.</translation>
    </message>
    <message>
        <source>paper.wrong_day</source>
        <translation>Kirjoita päivä näin: 13.10.</translation>
    </message>
    <message>
        <source>paper.wrong_time</source>
        <translation>Kirjoita kello näin: 18.05.</translation>
    </message>
    <message>
        <source>paper.wrong_future</source>
        <translation>Tämä aika ei ole vielä ollut. Tarkista päivä ja kello.</translation>
    </message>
    <message>
        <source>paper.wrong_old</source>
        <translation>Rivi on yli vuoden vanha. Tarkista vuosi.</translation>
    </message>
    <message>
        <source>paper.wrong_event</source>
        <translation>Valitse tapahtuma.</translation>
    </message>
    <message>
        <source>paper.wrong_no_code</source>
        <translation>Kirjoita kortin numero.</translation>
    </message>
    <message>
        <source>paper.wrong_code</source>
        <translation>Numero on väärin. Vertaa sitä paperiin.</translation>
    </message>
    <message>
        <source>paper.wrong_member</source>
        <translation>Ryhmän {i}. kortin numero on väärin.</translation>
    </message>
    <message>
        <source>paper.wrong_no_members</source>
        <translation>Tämä on yhteisön kortti. Kirjoita myös ryhmän kortit.</translation>
    </message>
    <message>
        <source>paper.wrong_no_group</source>
        <translation>Tämä ei ole yhteisön kortti. Kirjoita joka kortti omalle riville.</translation>
    </message>
    <message>
        <source>paper.wrong_twice</source>
        <translation>Sama kortti on rivillä kaksi kertaa.</translation>
    </message>
    <message>
        <source>paper.wrong_many</source>
        <translation>Rivillä on liikaa lippuja. Tarkista luvut.</translation>
    </message>
    <message>
        <source>paper.menu</source>
        <translation>Kirjaa paperilta</translation>
    </message>
    <message>
        <source>sheet.title</source>
        <translation>Kaikukortti-liput paperilla</translation>
    </message>
    <message>
        <source>sheet.how</source>
        <translation>Kone ei toimi? Kirjoita joka kortti omalle riville ja anna liput. Ryhmä: kirjoita ensin yhteisön kortti ja sitten ryhmän kortit. Älä kirjoita nimiä.</translation>
    </message>
    <message>
        <source>sheet.venue</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>sheet.group</source>
        <translation>Ryhmä</translation>
    </message>
    <message>
        <source>sheet.member</source>
        <translation>ryhmäläinen</translation>
    </message>
    <message>
        <source>sheet.after</source>
        <translation>Kirjaa rivit koneelle pian: Ctrl+E. Pidä paperi lukitussa paikassa. Tuhoa paperi, kun rivit on kirjattu.</translation>
    </message>
    <message>
        <source>sheet.menu</source>
        <translation>Paperilomake (PDF)</translation>
    </message>
    <message>
        <source>sheet.file</source>
        <translation>kaikukortti-paperilomake</translation>
    </message>
    <message>
        <source>guide.menu</source>
        <translation>Muistilista ja pikaohje (PDF)</translation>
    </message>
    <message>
        <source>guide.file</source>
        <translation>kaikukortti-muistilista</translation>
    </message>
    <message>
        <source>print.where</source>
        <translation>Mihin PDF tallennetaan?</translation>
    </message>
    <message>
        <source>party.children</source>
        <translation>Lapset</translation>
    </message>
    <message>
        <source>party.fewer</source>
        <translation>Vähennä yksi lapsi</translation>
    </message>
    <message>
        <source>party.more</source>
        <translation>Lisää yksi lapsi</translation>
    </message>
    <message>
        <source>party.assistant</source>
        <translation>Avustaja tai tulkki</translation>
    </message>
    <message>
        <source>party.children_under</source>
        <translation>Lapset, alle {age} v.</translation>
    </message>
    <message numerus="yes">
        <source>party.assistants</source>
        <translation>
            <numerusform>{n} avustaja tai tulkki</numerusform>
            <numerusform>{n} avustajaa tai tulkkia</numerusform>
        </translation>
    </message>
    <message>
        <source>party.assistant_more</source>
        <translation>A uudelleen: {n} avustajaa tai tulkkia. Vielä kerran: ei yhtään.</translation>
    </message>
    <message numerus="yes">
        <source>party.assistant_tickets</source>
        <translation>
            <numerusform>Myös {n} avustaja tai tulkki saa lipun.</numerusform>
            <numerusform>Myös {n} avustajaa tai tulkkia saa lipun.</numerusform>
        </translation>
    </message>
    <message>
        <source>group.title</source>
        <translation>Ryhmä</translation>
    </message>
    <message>
        <source>group.next</source>
        <translation>Lue seuraavan ryhmäläisen kortti</translation>
    </message>
    <message>
        <source>group.many</source>
        <translation>Ryhmässä on jo {n} korttia. Suurella ryhmällä voi olla kaksi yhteisön korttia.</translation>
    </message>
    <message>
        <source>group.own_booking</source>
        <translation>Kortilla on oma varaus. Lue kortti yksin ryhmän jälkeen.</translation>
    </message>
    <message>
        <source>group.bringer</source>
        <translation>Ryhmän tuo: {what}</translation>
    </message>
    <message>
        <source>group.guests</source>
        <translation>Lapset ilman omaa korttia</translation>
    </message>
    <message>
        <source>group.member</source>
        <translation>{i}. kortti {card}</translation>
    </message>
    <message>
        <source>group.fits</source>
        <translation>toimii</translation>
    </message>
    <message>
        <source>group.remove</source>
        <translation>Poista ryhmästä</translation>
    </message>
    <message numerus="yes">
        <source>group.go_on</source>
        <translation>
            <numerusform>Jatka ilman sitä</numerusform>
            <numerusform>Jatka ilman niitä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>give.tickets</source>
        <translation>
            <numerusform>Anna {n} lippu</numerusform>
            <numerusform>Anna {n} lippua</numerusform>
        </translation>
    </message>
    <message>
        <source>give.place</source>
        <translation>Anna paikka kurssille</translation>
    </message>
    <message>
        <source>give.visit</source>
        <translation>Kirjaa käynti</translation>
    </message>
    <message numerus="yes">
        <source>give.hand_over</source>
        <translation>
            <numerusform>Anna varattu lippu</numerusform>
            <numerusform>Anna {n} varattua lippua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>give.book</source>
        <translation>
            <numerusform>Varaa {n} lippu</numerusform>
            <numerusform>Varaa {n} lippua</numerusform>
        </translation>
    </message>
    <message>
        <source>give.clear</source>
        <translation>Tyhjennä</translation>
    </message>
    <message numerus="yes">
        <source>give.done</source>
        <translation>
            <numerusform>{n} lippu kirjattu</numerusform>
            <numerusform>{n} lippua kirjattu</numerusform>
        </translation>
    </message>
    <message>
        <source>give.next</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>give.undo</source>
        <translation>Peru lippu</translation>
    </message>
    <message>
        <source>given.title</source>
        <translation>Annetut liput</translation>
    </message>
    <message>
        <source>given.none</source>
        <translation>Tänään ei ole vielä annettu lippuja.</translation>
    </message>
    <message numerus="yes">
        <source>given.tickets</source>
        <translation>
            <numerusform>{n} lippu</numerusform>
            <numerusform>{n} lippua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>given.group</source>
        <translation>
            <numerusform>ryhmä {n}</numerusform>
            <numerusform>ryhmä {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>given.undo_line</source>
        <translation>Peru lippu {time} kortti {card}</translation>
    </message>
    <message>
        <source>status.all_sent</source>
        <translation>Kaikki liput on lähetetty</translation>
    </message>
    <message numerus="yes">
        <source>status.rights</source>
        <translation>
            <numerusform>{offer}: tässä kassassa {n} lippu</numerusform>
            <numerusform>{offer}: tässä kassassa {n} lippua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting</source>
        <translation>
            <numerusform>{n} lippu odottaa lähettämistä, annettu {time}</numerusform>
            <numerusform>{n} lippua odottaa lähettämistä, vanhin annettu {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting_short</source>
        <translation>
            <numerusform>{n} lippu odottaa lähettämistä</numerusform>
            <numerusform>{n} lippua odottaa lähettämistä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting.without_time</source>
        <translation>
            <numerusform>{n} lippu odottaa lähettämistä</numerusform>
            <numerusform>{n} lippua odottaa lähettämistä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.entries_waiting</source>
        <translation>
            <numerusform>{n} kirjaus odottaa lähettämistä</numerusform>
            <numerusform>{n} kirjausta odottaa lähettämistä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.refused</source>
        <translation>
            <numerusform>Esihenkilön pitää katsoa {n} kirjaus</numerusform>
            <numerusform>Esihenkilön pitää katsoa {n} kirjausta</numerusform>
        </translation>
    </message>
    <message>
        <source>status.offline_since</source>
        <translation>Yhteys ei ole toiminut {time} jälkeen. Voit antaa lippuja.</translation>
    </message>
    <message>
        <source>status.offline_only</source>
        <translation>Yhteys ei ole toiminut {time} jälkeen.</translation>
    </message>
    <message numerus="yes">
        <source>status.given_today</source>
        <translation>
            <numerusform>Tänään annettu {n} lippu</numerusform>
            <numerusform>Tänään annettu {n} lippua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_minutes</source>
        <translation>
            <numerusform>luettelo {n} min</numerusform>
            <numerusform>luettelo {n} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_hours</source>
        <translation>
            <numerusform>luettelo {n} tunnin vanha</numerusform>
            <numerusform>luettelo {n} tuntia vanha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_days</source>
        <translation>
            <numerusform>luettelo {n} päivän vanha</numerusform>
            <numerusform>luettelo {n} päivää vanha</numerusform>
        </translation>
    </message>
    <message>
        <source>status.scanner</source>
        <translation>lukija valmis</translation>
    </message>
    <message>
        <source>status.scanner_layout</source>
        <translation>lukijan näppäimistö on eri kuin koneen (F12)</translation>
    </message>
    <message>
        <source>status.clock_ok</source>
        <translation>kello oikein</translation>
    </message>
    <message>
        <source>status.clock_doubt</source>
        <translation>Tarkista koneen kello</translation>
    </message>
    <message>
        <source>status.disk_low</source>
        <translation>levyllä on vähän tilaa (F12)</translation>
    </message>
    <message numerus="yes">
        <source>status.others</source>
        <translation>
            <numerusform>myös toinen ikkuna on auki</numerusform>
            <numerusform>{n} muuta ikkunaa on auki</numerusform>
        </translation>
    </message>
    <message>
        <source>first_run.title</source>
        <translation>Ota kassa käyttöön</translation>
    </message>
    <message>
        <source>first_run.intro</source>
        <translation>Tarvitset palvelimen osoitteen ja koodin. Saat ne ylläpidolta. Koodi toimii vain kerran.</translation>
    </message>
    <message>
        <source>first_run.hub</source>
        <translation>Palvelimen osoite</translation>
    </message>
    <message>
        <source>first_run.code</source>
        <translation>Koodi</translation>
    </message>
    <message>
        <source>first_run.picture</source>
        <translation>Lue koodi kuvasta</translation>
    </message>
    <message>
        <source>first_run.picture_hint</source>
        <translation>Voit myös näyttää QR-koodin kameralle.</translation>
    </message>
    <message>
        <source>first_run.drop_hint</source>
        <translation>Voit myös pudottaa koodin kuvan tähän ikkunaan.</translation>
    </message>
    <message>
        <source>first_run.picture_none</source>
        <translation>Kuvassa ei ole koodia. Kirjoita koodi itse.</translation>
    </message>
    <message>
        <source>first_run.name</source>
        <translation>Kassan nimi</translation>
    </message>
    <message>
        <source>first_run.start</source>
        <translation>Ota käyttöön</translation>
    </message>
    <message>
        <source>first_run.connecting</source>
        <translation>Haetaan yhteyttä…</translation>
    </message>
    <message>
        <source>first_run.fetching</source>
        <translation>Haetaan luetteloa korteista: {done} / {total}</translation>
    </message>
    <message>
        <source>first_run.fetching.without_total</source>
        <translation>Haetaan luetteloa korteista…</translation>
    </message>
    <message>
        <source>first_run.checking</source>
        <translation>Tarkistetaan luettelo korteista…</translation>
    </message>
    <message>
        <source>first_run.retry</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>first_run.pin_intro</source>
        <translation>Valitse esihenkilön PIN-koodi. PIN-koodi avaa esihenkilön sivun.</translation>
    </message>
    <message>
        <source>first_run.pin_later</source>
        <translation>Myöhemmin</translation>
    </message>
    <message>
        <source>pin.label</source>
        <translation>PIN-koodi</translation>
    </message>
    <message>
        <source>pin.again</source>
        <translation>PIN-koodi uudelleen</translation>
    </message>
    <message>
        <source>pin.open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>pin.set</source>
        <translation>Tallenna PIN-koodi</translation>
    </message>
    <message>
        <source>pin.wrong</source>
        <translation>PIN-koodi on väärin. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>pin.locked</source>
        <translation>PIN-koodi oli monta kertaa väärin. Yritä uudelleen {time}.</translation>
    </message>
    <message numerus="yes">
        <source>pin.short</source>
        <translation>
            <numerusform>PIN-koodissa on vähintään {n} merkki.</numerusform>
            <numerusform>PIN-koodissa on vähintään {n} merkkiä.</numerusform>
        </translation>
    </message>
    <message>
        <source>pin.differs</source>
        <translation>PIN-koodit eivät ole samat. Kirjoita ne uudelleen.</translation>
    </message>
    <message>
        <source>pin.none</source>
        <translation>Esihenkilöllä ei ole vielä PIN-koodia. Valitse PIN-koodi nyt.</translation>
    </message>
    <message>
        <source>pin.forgotten</source>
        <translation>Unohditko PIN-koodin? Pyydä uusi koodi ylläpidolta. Kirjoita se tähän.</translation>
    </message>
    <message>
        <source>pin.reset</source>
        <translation>Koodi on oikein. Valitse nyt uusi PIN-koodi.</translation>
    </message>
    <message>
        <source>manager.quotas</source>
        <translation>Päivien Kaikukortti-liput</translation>
    </message>
    <message>
        <source>manager.intro</source>
        <translation>Kirjoita lippujen määrä jokaiselle päivälle. Jos ruutu on tyhjä, rajaa ei ole. 0 tarkoittaa, että lippuja ei anneta. Jos rajoja on monta, jokainen raja on voimassa.</translation>
    </message>
    <message>
        <source>manager.cell</source>
        <translation>{offer}, {date}</translation>
    </message>
    <message>
        <source>manager.whole</source>
        <translation>Koko talo</translation>
    </message>
    <message>
        <source>manager.whole_venue</source>
        <translation>Koko talo: {what}</translation>
    </message>
    <message>
        <source>manager.sold_out</source>
        <translation>Loppuunmyyty</translation>
    </message>
    <message>
        <source>manager.not_sold_out</source>
        <translation>Taas saatavilla</translation>
    </message>
    <message>
        <source>manager.trusting</source>
        <translation>Saa ylittää</translation>
    </message>
    <message>
        <source>manager.strict</source>
        <translation>Ei saa ylittää</translation>
    </message>
    <message>
        <source>manager.is_trusting</source>
        <translation>saa ylittää</translation>
    </message>
    <message>
        <source>manager.shows</source>
        <translation>Esitykset</translation>
    </message>
    <message>
        <source>manager.hide_shows</source>
        <translation>Vain päivät</translation>
    </message>
    <message>
        <source>manager.trusting_means</source>
        <translation>Kassa saa antaa lippuja yli rajan, kun yhteyttä ei ole. Ohjelma merkitsee ylitykset.</translation>
    </message>
    <message>
        <source>manager.at_once</source>
        <translation>Anna heti</translation>
    </message>
    <message>
        <source>manager.not_at_once</source>
        <translation>Anna Enterillä</translation>
    </message>
    <message>
        <source>manager.at_once_means</source>
        <translation>Ohjelma kirjaa yhden lipun heti, kun luet kortin. Jos on luettavaa, paina Enter. Koskee tätä kassaa ja koko taloa.</translation>
    </message>
    <message>
        <source>manager.at_once_on</source>
        <translation>Tallennettu. Tämä kassa antaa lipun nyt heti.</translation>
    </message>
    <message>
        <source>manager.at_once_off</source>
        <translation>Tallennettu. Tämä kassa antaa lipun taas Enterillä.</translation>
    </message>
    <message>
        <source>manager.no_shows</source>
        <translation>Sinä päivänä ei ole esityksiä.</translation>
    </message>
    <message numerus="yes">
        <source>manager.show_count</source>
        <translation>
            <numerusform>{n} esitys</numerusform>
            <numerusform>{n} esitystä</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.no_offers</source>
        <translation>Paikalla ei ole vielä tapahtumia.</translation>
    </message>
    <message>
        <source>manager.saved</source>
        <translation>Tallennettu. Määrä on heti voimassa tässä kassassa.</translation>
    </message>
    <message>
        <source>manager.not_saved</source>
        <translation>Muutosta ei tallennettu. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>manager.bad_number</source>
        <translation>Kirjoita luku, enintään {most}. Voit myös jättää ruudun tyhjäksi.</translation>
    </message>
    <message>
        <source>manager.lock</source>
        <translation>Lukitse ja palaa kassalle</translation>
    </message>
    <message>
        <source>manager.locked</source>
        <translation>Sivu lukittiin. Avaa se PIN-koodilla.</translation>
    </message>
    <message>
        <source>settle.title</source>
        <translation>Katsottavaa: {n}</translation>
    </message>
    <message>
        <source>settle.intro</source>
        <translation>Asiakas pitää lippunsa. Kassa ei tiennyt näitä asioita, kun lippu annettiin.</translation>
    </message>
    <message>
        <source>settle.none</source>
        <translation>Ei mitään katsottavaa.</translation>
    </message>
    <message>
        <source>settle.next</source>
        <translation>Kirjaus on tallessa tällä koneella. Tukipalvelu auttaa korjaamisessa. Kerro tukeen syy ja kellonaika.</translation>
    </message>
    <message>
        <source>settle.seen</source>
        <translation>Katsoin tämän</translation>
    </message>
    <message>
        <source>settle.agreed</source>
        <translation>Sovin asiasta tukipalvelun kanssa</translation>
    </message>
    <message>
        <source>settle.ours</source>
        <translation>Virhe oli meidän</translation>
    </message>
    <message>
        <source>settle.corrected</source>
        <translation>Tein uuden kirjauksen</translation>
    </message>
    <message>
        <source>settle.anew</source>
        <translation>Lähetä kirjaus uudelleen</translation>
    </message>
    <message>
        <source>settle.why</source>
        <translation>Näytä kaikki tarkistukset</translation>
    </message>
    <message>
        <source>settle.less</source>
        <translation>Näytä vähemmän</translation>
    </message>
    <message>
        <source>settle.here</source>
        <translation>tämä kassa</translation>
    </message>
    <message>
        <source>settle.forked</source>
        <translation>Kassan tiedoista on kaksi versiota. Kassan tiedostot on ehkä palautettu kopiosta.</translation>
    </message>
    <message>
        <source>settle.shut_out</source>
        <translation>Kassa ei ollut enää käytössä, mutta se antoi lippuja.</translation>
    </message>
    <message>
        <source>settle.paper</source>
        <translation>Lippu annettiin paperilla. Säännöt eivät salli sitä. Asiakas saa pitää lipun.</translation>
    </message>
    <message>
        <source>settle.other</source>
        <translation>Palvelin pyytää, että katsot tämän. Uudempi ohjelma kertoo enemmän.</translation>
    </message>
    <message>
        <source>settle.unread</source>
        <translation>Kirjausta ei voitu lukea.</translation>
    </message>
    <message numerus="yes">
        <source>settle.sides_left</source>
        <translation>
            <numerusform>Lisäksi on {n} kirjaus.</numerusform>
            <numerusform>Lisäksi on {n} kirjausta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>settle.left</source>
        <translation>
            <numerusform>Näet vielä {n} asian, kun olet selvittänyt nämä.</numerusform>
            <numerusform>Näet vielä {n} asiaa, kun olet selvittänyt nämä.</numerusform>
        </translation>
    </message>
    <message>
        <source>settle.number_here</source>
        <translation>{time}, tällä kassalla: {seen} muutettiin luvuksi {typed}.</translation>
    </message>
    <message>
        <source>settle.number_elsewhere</source>
        <translation>{time}, toisella kassalla: {seen} muutettiin luvuksi {typed}.</translation>
    </message>
    <message>
        <source>settle.number_cut</source>
        <translation>Muutoksista tulisi yhteensä {n}.</translation>
    </message>
    <message>
        <source>settle.number_stands</source>
        <translation>Nyt voimassa on {number}. Kassat eivät tienneet toistensa muutoksista.</translation>
    </message>
    <message>
        <source>settle.set_number</source>
        <translation>Aseta {number}</translation>
    </message>
    <message>
        <source>about.title</source>
        <translation>Tietoja Kaikuportista</translation>
    </message>
    <message>
        <source>about.what</source>
        <translation>Kaikuportti tarkistaa Kaikukortin lippukassalla. Ohjelma toimii myös ilman verkkoa.</translation>
    </message>
    <message>
        <source>about.version</source>
        <translation>Versio {version}</translation>
    </message>
    <message>
        <source>about.rules</source>
        <translation>Säännöt nyt: {rules}</translation>
    </message>
    <message>
        <source>about.licence</source>
        <translation>Lisenssi: {licence}</translation>
    </message>
    <message>
        <source>about.scheme</source>
        <translation>Kulttuuria kaikille -palvelu kehittää Kaikukorttia. Palvelu ei ole tehnyt tätä ohjelmaa.</translation>
    </message>
    <message>
        <source>window.menu</source>
        <translation>Valikko</translation>
    </message>
    <message>
        <source>window.look</source>
        <translation>Ulkoasu</translation>
    </message>
    <message>
        <source>window.text_size</source>
        <translation>Tekstin koko</translation>
    </message>
    <message>
        <source>window.camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>window.scanner</source>
        <translation>Sarjaportin lukija</translation>
    </message>
    <message>
        <source>window.sounds</source>
        <translation>Pehmeät äänet</translation>
    </message>
    <message>
        <source>scanner.off</source>
        <translation>Ei käytössä</translation>
    </message>
    <message>
        <source>scanner.auto</source>
        <translation>Kone etsii itse</translation>
    </message>
    <message>
        <source>look.system</source>
        <translation>Sama kuin koneessa</translation>
    </message>
    <message>
        <source>look.light</source>
        <translation>Vaalea</translation>
    </message>
    <message>
        <source>look.dark</source>
        <translation>Tumma</translation>
    </message>
    <message>
        <source>keyboard.us</source>
        <translation>Yhdysvallat</translation>
    </message>
    <message>
        <source>keyboard.fi</source>
        <translation>Suomi tai Ruotsi</translation>
    </message>
    <message>
        <source>keyboard.fr</source>
        <translation>Ranska</translation>
    </message>
    <message>
        <source>scan_test.title</source>
        <translation>Lukijan testi</translation>
    </message>
    <message>
        <source>training.title</source>
        <translation>Harjoittelu</translation>
    </message>
    <message>
        <source>training.cards</source>
        <translation>Harjoituskortit</translation>
    </message>
    <message>
        <source>training.end</source>
        <translation>Lopeta harjoittelu</translation>
    </message>
    <message>
        <source>training.desk</source>
        <translation>Harjoituskassa</translation>
    </message>
    <message>
        <source>training.intro</source>
        <translation>Aloita ylimmästä kortista. Kun painat painiketta, ohjelma lukee kortin. Kokeile myös muita tapahtumia vasemmalta. Esihenkilön PIN on {pin}.</translation>
    </message>
    <message>
        <source>training.offline</source>
        <translation>Harjoittele ilman yhteyttä</translation>
    </message>
    <message numerus="yes">
        <source>training.real</source>
        <translation>
            <numerusform>Tämä on oikea Kaikukortti ({card}). Nyt harjoitellaan, eikä korttia tarkisteta. Paina Enter, niin harjoittelu loppuu ja kortti tarkistetaan. Esc jatkaa harjoittelua.</numerusform>
            <numerusform>Kone luki {n} oikeaa Kaikukorttia. Viimeinen on {card}. Nyt harjoitellaan, eikä kortteja tarkisteta. Paina Enter, niin harjoittelu loppuu ja kortit tarkistetaan. Esc jatkaa harjoittelua.</numerusform>
        </translation>
    </message>
    <message>
        <source>training.card_in_earnest</source>
        <translation>Tämä on harjoituskortti. Ctrl+T aloittaa harjoittelun.</translation>
    </message>
    <message>
        <source>training.customer_first</source>
        <translation>Palvele ensin tämä asiakas. Esc tyhjentää näytön. Sitten Ctrl+T aloittaa harjoittelun.</translation>
    </message>
    <message>
        <source>customer.title</source>
        <translation>Asiakkaan näyttö</translation>
    </message>
    <message>
        <source>customer.keys</source>
        <translation>F8 vaihtaa kieltä. F9 tai Esc palaa.</translation>
    </message>
    <message>
        <source>scan_test.intro</source>
        <translation>Lue kortti. Tällä sivulla ei anneta lippuja. Kone ei tallenna mitään.</translation>
    </message>
    <message>
        <source>scan_test.nothing</source>
        <translation>ei mitään</translation>
    </message>
    <message>
        <source>scan_test.way</source>
        <translation>Tapa: {what}</translation>
    </message>
    <message>
        <source>scan_test.way_hand</source>
        <translation>käsilukija</translation>
    </message>
    <message>
        <source>scan_test.way_typed</source>
        <translation>kirjoitettu näppäimillä</translation>
    </message>
    <message>
        <source>scan_test.way_serial</source>
        <translation>käsilukija sarjaportissa</translation>
    </message>
    <message>
        <source>scan_test.way_camera</source>
        <translation>kamera</translation>
    </message>
    <message>
        <source>scan_test.way_picture</source>
        <translation>kuva</translation>
    </message>
    <message>
        <source>scan_test.code</source>
        <translation>Kortti {card}. Merkkejä luettiin {n}.</translation>
    </message>
    <message>
        <source>scan_test.no_code</source>
        <translation>Tämä ei ole Kaikukortin numero. Merkkejä luettiin {n}.</translation>
    </message>
    <message>
        <source>scan_test.signs</source>
        <translation>Merkkejä luettiin {n}.</translation>
    </message>
    <message>
        <source>scan_test.check_right</source>
        <translation>Tarkistusmerkki on oikein</translation>
    </message>
    <message>
        <source>scan_test.check_wrong</source>
        <translation>Tarkistusmerkki on väärin. Lue uudelleen.</translation>
    </message>
    <message>
        <source>scan_test.check_unused</source>
        <translation>Näissä korteissa ei ole tarkistusmerkkiä</translation>
    </message>
    <message>
        <source>scan_test.check_no_code</source>
        <translation>Tarkistusmerkkiä ei ole</translation>
    </message>
    <message>
        <source>scan_test.kind</source>
        <translation>Koodin laji: {what}</translation>
    </message>
    <message>
        <source>scan_test.kind_unknown</source>
        <translation>Koodin laji: lukija ei kerro</translation>
    </message>
    <message>
        <source>scan_test.around</source>
        <translation>Ennen koodia: {seen}. Koodin jälkeen: {typed}.</translation>
    </message>
    <message>
        <source>scan_test.rhythm</source>
        <translation>Merkkien väli {n} ms, pisin {most} ms</translation>
    </message>
    <message>
        <source>scan_test.layout</source>
        <translation>Kortti luettiin oikein. Lukijan näppäimistö: {seen}. Koneen näppäimistö: {typed}. Valitse lukijan ohjeesta maa: {typed}.</translation>
    </message>
    <message>
        <source>scan_test.enter_first</source>
        <translation>Lukija lähettää Enterin ennen koodia. Ota se pois lukijan ohjeen avulla. Enter antaa lipun.</translation>
    </message>
    <message>
        <source>scan_test.slow</source>
        <translation>Merkit tulivat hitaasti. Jos lukija lähetti ne, lukija on liian hidas. Pyydä apua.</translation>
    </message>
    <message>
        <source>scan_test.again</source>
        <translation>Merkit tulivat koneelle. Jos tämä oli Kaikukortti, lue se uudelleen.</translation>
    </message>
    <message>
        <source>scan_test.not_yet</source>
        <translation>Merkit tulivat koneelle. Kone tunnistaa Kaikukortin, kun kassa on liitetty palvelimeen.</translation>
    </message>
    <message>
        <source>scan_test.fine</source>
        <translation>Lukija toimii hyvin.</translation>
    </message>
    <message>
        <source>preflight.title</source>
        <translation>Onko kaikki kunnossa?</translation>
    </message>
    <message>
        <source>preflight.menu</source>
        <translation>Tarkistus ja lukijan testi</translation>
    </message>
    <message>
        <source>preflight.all_ready</source>
        <translation>Kaikki on valmista.</translation>
    </message>
    <message numerus="yes">
        <source>preflight.some</source>
        <translation>
            <numerusform>Hoida {n} asia.</numerusform>
            <numerusform>Hoida {n} asiaa.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.look</source>
        <translation>{seen} Lisää: F12.</translation>
    </message>
    <message>
        <source>preflight.lists</source>
        <translation>Luettelot</translation>
    </message>
    <message>
        <source>preflight.lists_fresh</source>
        <translation>Kone haki luettelot {time}. Voit antaa lippuja {date} asti. Yhteyttä ei tarvita.</translation>
    </message>
    <message>
        <source>preflight.line</source>
        <translation>Yhteys</translation>
    </message>
    <message>
        <source>preflight.line_on</source>
        <translation>Yhteys toimii.</translation>
    </message>
    <message>
        <source>preflight.others</source>
        <translation>Ikkunat</translation>
    </message>
    <message numerus="yes">
        <source>preflight.others_open</source>
        <translation>
            <numerusform>Kaikuportti on auki kahdessa ikkunassa. Molemmat toimivat. Liput ovat samat molemmissa. Lukija toimii siinä ikkunassa, joka on edessä.</numerusform>
            <numerusform>Kaikuportti on auki {n} muussa ikkunassa. Kaikki toimivat. Liput ovat samat kaikissa. Lukija toimii siinä ikkunassa, joka on edessä.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.rights</source>
        <translation>Liput</translation>
    </message>
    <message>
        <source>preflight.rights_free</source>
        <translation>Voit antaa lippuja myös ilman yhteyttä.</translation>
    </message>
    <message>
        <source>preflight.rights_away</source>
        <translation>{offer}: tässä kassassa ei ole nyt lippuja. Kysy toiselta kassalta.</translation>
    </message>
    <message>
        <source>preflight.rights_asked</source>
        <translation>{offer}: kone kysyy lippua, kun asiakas tulee.</translation>
    </message>
    <message>
        <source>preflight.giving</source>
        <translation>Lippujen antaminen</translation>
    </message>
    <message>
        <source>preflight.at_once</source>
        <translation>{what}: ohjelma kirjaa yhden lipun heti, kun luet kortin. Jos ohjelma näyttää jotain luettavaa, lue se ja paina Enter.</translation>
    </message>
    <message>
        <source>preflight.waiting</source>
        <translation>Lähetys</translation>
    </message>
    <message>
        <source>preflight.waiting_safe</source>
        <translation>{seen}. Liput ovat tallessa. Kone lähettää ne itse.</translation>
    </message>
    <message numerus="yes">
        <source>preflight.refused</source>
        <translation>
            <numerusform>Esihenkilön pitää katsoa {n} kirjaus (F10, F7). Asiakas saa pitää lipun.</numerusform>
            <numerusform>Esihenkilön pitää katsoa {n} kirjausta (F10, F7). Asiakkaat saavat pitää liput.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.scanner</source>
        <translation>Lukija</translation>
    </message>
    <message>
        <source>preflight.scanner_untried</source>
        <translation>Kokeile: lue jokin koodi tällä sivulla.</translation>
    </message>
    <message>
        <source>preflight.scanner_reads</source>
        <translation>Lukija toimii. Se on lukenut koodin.</translation>
    </message>
    <message>
        <source>preflight.scanner_layout</source>
        <translation>Lukija toimii, mutta sen asetus on väärä. Lue koodi tällä sivulla. Näet, mitä lukijaan valitaan.</translation>
    </message>
    <message>
        <source>preflight.clock</source>
        <translation>Kello</translation>
    </message>
    <message>
        <source>preflight.clock_right</source>
        <translation>Kello on oikein: {time}.</translation>
    </message>
    <message>
        <source>preflight.clock_doubt</source>
        <translation>Koneen kello on väärässä. Aseta kello oikein tai pyydä apua.</translation>
    </message>
    <message>
        <source>preflight.disk</source>
        <translation>Levy</translation>
    </message>
    <message>
        <source>preflight.disk_room</source>
        <translation>Levyllä on tilaa {n} Gt.</translation>
    </message>
    <message>
        <source>preflight.disk_low</source>
        <translation>Levyllä on tilaa enää {n} Mt. Voit antaa lippuja. Pyydä apua, jotta levylle saadaan tilaa.</translation>
    </message>
    <message>
        <source>preflight.disk_full</source>
        <translation>Levy on täynnä. Lippu ei ehkä tallennu. Pyydä apua heti.</translation>
    </message>
    <message>
        <source>preflight.keys</source>
        <translation>Salaus</translation>
    </message>
    <message>
        <source>preflight.keys_ring</source>
        <translation>Tiedot ovat salassa. Avain on koneessa tallessa.</translation>
    </message>
    <message>
        <source>preflight.keys_phrase</source>
        <translation>Tiedot ovat salassa. Ne aukeavat tunnuslauseella.</translation>
    </message>
    <message>
        <source>preflight.keys_file</source>
        <translation>Tiedot ovat salassa. Avain on samassa kansiossa. Se suojaa vain vähän.</translation>
    </message>
    <message>
        <source>preflight.help</source>
        <translation>Apua</translation>
    </message>
    <message>
        <source>contact.support</source>
        <translation>Tuki: {what}</translation>
    </message>
    <message>
        <source>contact.area</source>
        <translation>Alueen yhteystieto ({area}): {what}</translation>
    </message>
    <message>
        <source>give.enter_hint</source>
        <translation>Kirjaa: paina Enter.</translation>
    </message>
    <message>
        <source>give.seen_hint</source>
        <translation>Katso kortti. Paina Enter, kun olet nähnyt kortin.</translation>
    </message>
    <message>
        <source>verdict.course_from</source>
        <translation>Kerro päivä asiakkaalle.</translation>
    </message>
    <message>
        <source>at_once.ready</source>
        <translation>Ohjelma kirjaa yhden lipun heti, kun luet kortin. Et tarvitse Enteriä.</translation>
    </message>
    <message>
        <source>at_once.given</source>
        <translation>Ohjelma kirjasi lipun heti. Et tarvinnut Enteriä.</translation>
    </message>
    <message>
        <source>give.undo_hint</source>
        <translation>Lue seuraava kortti. Voit perua: Ctrl+Z.</translation>
    </message>
    <message numerus="yes">
        <source>queue.waiting</source>
        <translation>
            <numerusform>{n} kortti odottaa.</numerusform>
            <numerusform>{n} korttia odottaa.</numerusform>
        </translation>
    </message>
    <message>
        <source>queue.nothing</source>
        <translation>Edellinen kortti {card} ei saanut lippua.</translation>
    </message>
    <message numerus="yes">
        <source>queue.given</source>
        <translation>
            <numerusform>Edellinen kortti {card} sai {n} lipun.</numerusform>
            <numerusform>Edellinen kortti {card} sai {n} lippua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>provisional.tickets</source>
        <translation>
            <numerusform>Katso kortista: onko se vielä voimassa? Jos on, anna lippu.</numerusform>
            <numerusform>Katso kortista: onko se vielä voimassa? Jos on, anna {n} lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>provisional.place</source>
        <translation>Katso kortista: onko se vielä voimassa? Jos on, voit jatkaa.</translation>
    </message>
    <message>
        <source>change.word</source>
        <translation>Muuta lippuja</translation>
    </message>
    <message numerus="yes">
        <source>change.more</source>
        <translation>
            <numerusform>Anna lisää {n} lasten lippu.</numerusform>
            <numerusform>Anna lisää {n} lasten lippua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.fewer</source>
        <translation>
            <numerusform>Ota takaisin {n} lasten lippu.</numerusform>
            <numerusform>Ota takaisin {n} lasten lippua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.assistant</source>
        <translation>
            <numerusform>Anna lippu avustajalle tai tulkille.</numerusform>
            <numerusform>Anna {n} lippua avustajille tai tulkeille.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.no_assistant</source>
        <translation>
            <numerusform>Ota takaisin avustajan tai tulkin lippu.</numerusform>
            <numerusform>Ota takaisin {n} avustajan tai tulkin lippua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.none</source>
        <translation>
            <numerusform>Mikään ei muutu. Kortilla on {n} lippu.</numerusform>
            <numerusform>Mikään ei muutu. Kortilla on {n} lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>change.hint</source>
        <translation>Tuleeko lapsia lisää tai vähemmän? Paina + tai −.</translation>
    </message>
    <message>
        <source>undo.late_hint</source>
        <translation>Esihenkilö voi perua lipun. Paina F6.</translation>
    </message>
    <message>
        <source>undo.pin_hint</source>
        <translation>Paina F6. Esihenkilö antaa PIN-koodin.</translation>
    </message>
    <message>
        <source>undo.manager</source>
        <translation>Vain esihenkilö voi muuttaa näitä lippuja. Liput on annettu aiempana päivänä.</translation>
    </message>
    <message>
        <source>undo.manager_card</source>
        <translation>Vain esihenkilö voi perua tämän lipun. Lue kortti ja paina F6.</translation>
    </message>
    <message>
        <source>undo.nothing</source>
        <translation>Tänään ei ole lippuja, joita voi perua.</translation>
    </message>
    <message>
        <source>change.book</source>
        <translation>Kirjaa muutos</translation>
    </message>
    <message numerus="yes">
        <source>change.done</source>
        <translation>
            <numerusform>Muutos kirjattu: {n} lippu</numerusform>
            <numerusform>Muutos kirjattu: {n} lippua</numerusform>
        </translation>
    </message>
    <message>
        <source>look_only.band</source>
        <translation>Nyt vain katsotaan kortteja. Lippuja ei anneta.</translation>
    </message>
    <message>
        <source>look_only.end</source>
        <translation>Anna taas lippuja</translation>
    </message>
    <message>
        <source>look_only.over</source>
        <translation>Lippuja annetaan taas.</translation>
    </message>
    <message>
        <source>lift.open</source>
        <translation>Kysy lupa esihenkilöltä…</translation>
    </message>
    <message>
        <source>lift.why</source>
        <translation>Annat luvan: {what}. Miksi?</translation>
    </message>
    <message>
        <source>lift.or_back</source>
        <translation>Voit myös ottaa annetut liput takaisin.</translation>
    </message>
    <message>
        <source>lift.take_back</source>
        <translation>Ota liput takaisin</translation>
    </message>
    <message>
        <source>lift.try</source>
        <translation>Salli</translation>
    </message>
    <message numerus="yes">
        <source>manager.given_count</source>
        <translation>
            <numerusform>annettu {n}</numerusform>
            <numerusform>annettu {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.over</source>
        <translation>
            <numerusform>{n} liikaa</numerusform>
            <numerusform>{n} liikaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.lent</source>
        <translation>
            <numerusform>muilla kassoilla {n}</numerusform>
            <numerusform>muilla kassoilla {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.lent_heard</source>
        <translation>
            <numerusform>muilla kassoilla {n}, tieto on haettu {time}</numerusform>
            <numerusform>muilla kassoilla {n}, tieto on haettu {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.in_force</source>
        <translation>voimassa {n} kassassa, yhteensä {k} kassaa</translation>
    </message>
    <message numerus="yes">
        <source>manager.asked</source>
        <translation>
            <numerusform>{n} ei saanut lippua</numerusform>
            <numerusform>{n} ei saanut lippua</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.on_its_way</source>
        <translation>matkalla</translation>
    </message>
    <message>
        <source>opening.busy</source>
        <translation>Kassa aukeaa…</translation>
    </message>
    <message>
        <source>opening.passphrase</source>
        <translation>Kassan tunnuslause</translation>
    </message>
    <message>
        <source>first_run.stopped</source>
        <translation>Luettelo korteista ei ole vielä koneessa. Voit hakea sitä lisää.</translation>
    </message>
    <message>
        <source>status.connecting</source>
        <translation>Yhteyttä haetaan…</translation>
    </message>
    <message>
        <source>first_run.unreachable</source>
        <translation>Palvelin ei vastaa. Tarkista osoite ja verkko. Yritä sitten uudelleen.</translation>
    </message>
    <message>
        <source>first_run.code_refused</source>
        <translation>Koodi ei toimi. Tarkista merkit tai pyydä uusi koodi.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>title</source>
        <translation>Pikaohje</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>Voit lukea kortin milloin vain.</translation>
    </message>
    <message>
        <source>give</source>
        <translation>Enter antaa liput.</translation>
    </message>
    <message>
        <source>go_on</source>
        <translation>Kun liput on annettu, Enter jatkaa. Seuraavan kortin voi lukea heti.</translation>
    </message>
    <message>
        <source>at_once</source>
        <translation>Esihenkilö voi valita, että kassa antaa lipun heti. Silloin ohjelma kirjaa yhden lipun ilman Enteriä. Jos on luettavaa, lue se ja paina Enter. Ctrl+Z peruu.</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Jos luet kortin liian aikaisin, se odottaa vuoroaan. Jos luet saman kortin uudelleen, mikään ei muutu.</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>Esc tyhjentää näytön. Mitään ei kirjata.</translation>
    </message>
    <message>
        <source>why</source>
        <translation>F1 kertoo, miten kortti tarkistettiin.</translation>
    </message>
    <message>
        <source>children</source>
        <translation>+ lisää lapsen. − vähentää lapsen. A lisää avustajan tai tulkin.</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Jos kortilla on jo liput, + ja − muuttavat lasten lippujen määrää. Enter kirjaa muutoksen.</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Lue ensin yhteisön kortti. Lue sitten ryhmäläisten omat kortit.</translation>
    </message>
    <message>
        <source>bringer</source>
        <translation>E vaihtaa, kuka tuo ryhmän: työntekijä, opiskelija tai vapaaehtoinen. Tietoa käytetään vain tilastoon.</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>G lisää ryhmään lapsen, jolla ei voi vielä olla omaa korttia. Tee näin vain, jos säännöt sallivat sen.</translation>
    </message>
    <message>
        <source>bookings</source>
        <translation>R tekee varauksen kortille. Ctrl+R näyttää varaukset.</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Voit perua lipun samana päivänä. Peru lippu luettelosta.</translation>
    </message>
    <message>
        <source>undo_late</source>
        <translation>Onko lippu annettu aiempana päivänä? Vain esihenkilö voi perua sen. Lue kortti ja paina F6. Esihenkilö antaa PIN-koodin ja painaa 5.</translation>
    </message>
    <message>
        <source>look_only</source>
        <translation>Ctrl+N: vain katselu. Kortteja katsotaan, mutta lippuja ei anneta. Paina uudelleen Ctrl+N, kun haluat taas antaa lippuja.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Lue iso lause. Se kertoo, mitä teet.</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>Kone ei toimi? Kirjoita kortit paperille ja anna liput. Kirjaa paperi myöhemmin: Ctrl+E.</translation>
    </message>
    <message>
        <source>cheat</source>
        <translation>Muistilista kassalle</translation>
    </message>
    <message>
        <source>whom</source>
        <translation>Apua saat täältä:</translation>
    </message>
    <message>
        <source>key.enter</source>
        <translation>antaa liput</translation>
    </message>
    <message>
        <source>key.esc</source>
        <translation>tyhjentää näytön</translation>
    </message>
    <message>
        <source>key.children</source>
        <translation>lisää lapsi, poista lapsi</translation>
    </message>
    <message>
        <source>key.assistant</source>
        <translation>avustaja tai tulkki</translation>
    </message>
    <message>
        <source>key.why</source>
        <translation>miksi näin</translation>
    </message>
    <message>
        <source>key.days</source>
        <translation>seuraava päivä, edellinen päivä, muu päivä</translation>
    </message>
    <message>
        <source>key.events</source>
        <translation>tapahtumat</translation>
    </message>
    <message>
        <source>key.book</source>
        <translation>varaa lipun</translation>
    </message>
    <message>
        <source>key.bookings</source>
        <translation>tapahtuman varaukset</translation>
    </message>
    <message>
        <source>key.code</source>
        <translation>kirjoita kortin numero</translation>
    </message>
    <message>
        <source>key.given</source>
        <translation>annetut liput</translation>
    </message>
    <message>
        <source>key.allow</source>
        <translation>esihenkilö antaa luvan</translation>
    </message>
    <message>
        <source>key.undo</source>
        <translation>peru viimeinen</translation>
    </message>
    <message>
        <source>key.picture</source>
        <translation>avaa kuva kortista</translation>
    </message>
    <message>
        <source>key.group</source>
        <translation>ryhmä: kuka tuo ryhmän, lapsi lisää, viimeinen pois</translation>
    </message>
    <message>
        <source>key.look_only</source>
        <translation>vain katselu: et anna lippuja</translation>
    </message>
    <message>
        <source>key.paper</source>
        <translation>kirjaa paperilta</translation>
    </message>
    <message>
        <source>key.print</source>
        <translation>tulosta tämä ohje</translation>
    </message>
    <message>
        <source>key.customer</source>
        <translation>asiakkaan näyttö</translation>
    </message>
    <message>
        <source>key.training</source>
        <translation>harjoittelu alkaa ja loppuu</translation>
    </message>
    <message>
        <source>key.practice</source>
        <translation>harjoittelu: kortit</translation>
    </message>
    <message>
        <source>key.language</source>
        <translation>kieli</translation>
    </message>
    <message>
        <source>key.size</source>
        <translation>tekstin koko</translation>
    </message>
    <message>
        <source>key.whole</source>
        <translation>koko näyttö</translation>
    </message>
    <message>
        <source>key.ready</source>
        <translation>onko kaikki kunnossa</translation>
    </message>
    <message>
        <source>key.arrows</source>
        <translation>liiku luettelossa; PgUp ja PgDn myös pitkässä vastauksessa</translation>
    </message>
    <message>
        <source>key.tab</source>
        <translation>seuraava kohta</translation>
    </message>
    <message>
        <source>key.manager</source>
        <translation>esihenkilön sivu</translation>
    </message>
    <message>
        <source>key.settle</source>
        <translation>esihenkilö: katsottavat asiat</translation>
    </message>
    <message>
        <source>key.sold_out</source>
        <translation>esihenkilö: loppuunmyyty</translation>
    </message>
    <message>
        <source>key.trusting</source>
        <translation>esihenkilö: ilman yhteyttä saa ylittää</translation>
    </message>
    <message>
        <source>key.at_once</source>
        <translation>esihenkilö: anna heti tai Enterillä</translation>
    </message>
    <message>
        <source>key.shows</source>
        <translation>esihenkilö: päivän esitykset</translation>
    </message>
    <message>
        <source>key.digits</source>
        <translation>numerot: kortin numero tai valinta</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Jos yhteys ei toimi, jatka kuten ennen. Kone lähettää kirjaukset itse.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Ctrl+T aloittaa harjoittelun. Mitään ei tallenneta.</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>F9 näyttää asiakkaalle tekstin hänen kielellään.</translation>
    </message>
    <message>
        <source>training_cards</source>
        <translation>näyttää harjoituskortit</translation>
    </message>
    <message>
        <source>training_end</source>
        <translation>palaa oikeaan kassaan</translation>
    </message>
    <message>
        <source>manners</source>
        <translation>Kohtele kaikkia asiakkaita samalla tavalla. Kortti riittää.</translation>
    </message>
</context>
</TS>
