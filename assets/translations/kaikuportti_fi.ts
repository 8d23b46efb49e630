<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi_FI" sourcelanguage="en_GB">
<context>
    <name>verdict</name>
    <message>
        <source>A01</source>
        <translation>Kortti on voimassa. Anna lippu.</translation>
    </message>
    <message numerus="yes">
        <source>A02</source>
        <translation>
            <numerusform>Kortti on voimassa. Anna lippu ja {n} lasten lippu.</numerusform>
            <numerusform>Kortti on voimassa. Anna lippu ja {n} lasten lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>A03</source>
        <translation>Kortti on voimassa. Kurssipaikka voidaan antaa.</translation>
    </message>
    <message numerus="yes">
        <source>A04</source>
        <translation>
            <numerusform>Yhteisön Kaikukortti hyväksytty: 1 lippu edustajalle, {n} kortinhaltijalle.</numerusform>
            <numerusform>Yhteisön Kaikukortti hyväksytty: 1 lippu edustajalle, {n} kortinhaltijoille.</numerusform>
        </translation>
    </message>
    <message>
        <source>A05</source>
        <translation>Pop-up-etu: {benefit}. Kirjaa käynti.</translation>
    </message>
    <message>
        <source>A05.without_benefit</source>
        <translation>Pop-up-etu. Kirjaa käynti.</translation>
    </message>
    <message numerus="yes">
        <source>A06</source>
        <translation>
            <numerusform>Varaus löytyi: {n} lippu. Luovuta lippu.</numerusform>
            <numerusform>Varaus löytyi: {n} lippua. Luovuta liput.</numerusform>
        </translation>
    </message>
    <message>
        <source>A07</source>
        <translation>Lisäksi maksuton lippu avustajalle tai tulkille.</translation>
    </message>
    <message>
        <source>A08</source>
        <translation>Varaus tehty. Noudettava {time} mennessä.</translation>
    </message>
    <message>
        <source>A09</source>
        <translation>Kirjaus peruttu. Lippu palautui kiintiöön.</translation>
    </message>
    <message>
        <source>A10</source>
        <translation>Harjoitustila: mitään ei kirjata.</translation>
    </message>
    <message>
        <source>W01</source>
        <translation>Ei yhteyttä. Tarkistettu {time} haetusta luettelosta. Kirjaus lähetetään myöhemmin.</translation>
    </message>
    <message numerus="yes">
        <source>W02</source>
        <translation>
            <numerusform>Korttiluettelo on {n} päivän vanha. Katso myös kortin viimeinen voimassaolopäivä.</numerusform>
            <numerusform>Korttiluettelo on {n} päivää vanha. Katso myös kortin viimeinen voimassaolopäivä.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W02.of_quotas</source>
        <translation>
            <numerusform>Lippujen määrät ovat {n} päivän vanhat. Muut kassat ovat voineet antaa lippuja sen jälkeen.</numerusform>
            <numerusform>Lippujen määrät ovat {n} päivää vanhat. Muut kassat ovat voineet antaa lippuja sen jälkeen.</numerusform>
        </translation>
    </message>
    <message>
        <source>W02.of_quotas.without_n</source>
        <translation>Lippujen määriä ei ole vielä saatu kokonaan. Muut kassat ovat voineet antaa lippuja.</translation>
    </message>
    <message numerus="yes">
        <source>W02.of_rules</source>
        <translation>
            <numerusform>Ohjelma on {n} päivän vanha. Siinä voi olla muutoksia.</numerusform>
            <numerusform>Ohjelma on {n} päivää vanha. Siinä voi olla muutoksia.</numerusform>
        </translation>
    </message>
    <message>
        <source>W03</source>
        <translation>Kortti on voimassa {date} asti. Kerro, että kortin voi uusia siellä, mistä se on saatu.</translation>
    </message>
    <message>
        <source>W04</source>
        <translation>Kortti päättyy ennen tilaisuutta ({date}). Lipun voi antaa nyt.</translation>
    </message>
    <message numerus="yes">
        <source>W05</source>
        <translation>
            <numerusform>Rekisterissä on {k} lapsi, pyydetty {n}. Noudata rekisteriä tai kysy esihenkilöltä.</numerusform>
            <numerusform>Rekisterissä on {k} lasta, pyydetty {n}. Noudata rekisteriä tai kysy esihenkilöltä.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W05.at_limit</source>
        <translation>
            <numerusform>Rekisterissä on {k} lapsi, pyydetty {n}. Useampaan tarvitaan esihenkilö.</numerusform>
            <numerusform>Rekisterissä on {k} lasta, pyydetty {n}. Useampaan tarvitaan esihenkilö.</numerusform>
        </translation>
    </message>
    <message>
        <source>W05.without_k</source>
        <translation>Rekisterissä ei ole lasten määrää, pyydetty {n}. Voit antaa liput. Kysy tarvittaessa esihenkilöltä.</translation>
    </message>
    <message>
        <source>W06</source>
        <translation>Kiintiöstä on jäljellä {n}.</translation>
    </message>
    <message>
        <source>W07</source>
        <translation>Ei yhteyttä: toinen kassa on voinut antaa lippuja samasta kiintiöstä.</translation>
    </message>
    <message>
        <source>W08</source>
        <translation>Korttia ei ole vanhassa luettelossa. Jos kortissa oleva päivä on voimassa, voit antaa lipun. Tarkistetaan myöhemmin.</translation>
    </message>
    <message>
        <source>W09</source>
        <translation>Voit pyytää henkilöllisyystodistuksen. Tietoja ei tallenneta.</translation>
    </message>
    <message>
        <source>W10</source>
        <translation>Sama kortti luettiin juuri. Ei kirjattu uudelleen.</translation>
    </message>
    <message>
        <source>R01</source>
        <translation>Koodia ei voitu lukea. Lue uudelleen tai näppäile tunnus.</translation>
    </message>
    <message>
        <source>R02</source>
        <translation>Tunnus ei ole oikeassa muodossa. Tarkista merkit kortista.</translation>
    </message>
    <message>
        <source>R03</source>
        <translation>Tämä ei ole Kaikukortti.</translation>
    </message>
    <message>
        <source>R10</source>
        <translation>Korttia ei löydy. Sitä ei ehkä ole vielä rekisteröity. Asiakas voi kysyä sieltä, mistä kortti on saatu.</translation>
    </message>
    <message>
        <source>R11</source>
        <translation>Kortti on voimassa vasta {date} alkaen.</translation>
    </message>
    <message>
        <source>R12</source>
        <translation>Kortin voimassaolo päättyi {date}. Kortti uusitaan siellä, mistä se on saatu.</translation>
    </message>
    <message>
        <source>R13</source>
        <translation>Kortti on suljettu. Asiakas voi kysyä sieltä, mistä kortti on saatu.</translation>
    </message>
    <message>
        <source>R14</source>
        <translation>Kortin tilalle on annettu uusi kortti. Pyydä uusi kortti.</translation>
    </message>
    <message>
        <source>R15</source>
        <translation>Kortin alueen Kaikukortti-kokeilu päättyi {date}.</translation>
    </message>
    <message>
        <source>R16</source>
        <translation>Kortin alueen Kaikukortti-toiminta alkaa {date}.</translation>
    </message>
    <message>
        <source>R20</source>
        <translation>Kortti käy vain oman alueensa ({area}) kohteissa.</translation>
    </message>
    <message>
        <source>R21</source>
        <translation>Tämä tarjonta on vain alueella {area} annetuille korteille.</translation>
    </message>
    <message>
        <source>R22</source>
        <translation>Kohde ei ole Kaikukortti-verkostossa tänä päivänä.</translation>
    </message>
    <message>
        <source>R23</source>
        <translation>Pop-up-etu ei ole voimassa ({from}–{to}).</translation>
    </message>
    <message>
        <source>R23.without_from</source>
        <translation>Pop-up-etu oli voimassa {to} asti.</translation>
    </message>
    <message>
        <source>R23.without_to</source>
        <translation>Pop-up-etu on voimassa {from} alkaen.</translation>
    </message>
    <message>
        <source>R23.without_from_to</source>
        <translation>Pop-up-etu ei ole voimassa.</translation>
    </message>
    <message>
        <source>R24</source>
        <translation>Tähän tilaisuuteen ei saa lippua Kaikukortilla.</translation>
    </message>
    <message>
        <source>R25</source>
        <translation>Kaikukortti-liput ovat saatavilla {time} alkaen.</translation>
    </message>
    <message>
        <source>R26</source>
        <translation>Tilaisuus tai varausaika on päättynyt.</translation>
    </message>
    <message>
        <source>R27</source>
        <translation>Tilaisuus on peruttu.</translation>
    </message>
    <message>
        <source>R28</source>
        <translation>Tällä kortilla ei ole varausta tähän tilaisuuteen. Voit antaa lipun, jos niitä on jäljellä.</translation>
    </message>
    <message>
        <source>R29</source>
        <translation>Varaus on vapautettu, koska sitä ei noudettu {time} mennessä.</translation>
    </message>
    <message>
        <source>R30</source>
        <translation>Päivän Kaikukortti-liput on jaettu. Ehdota toista päivää: {suggestion}.</translation>
    </message>
    <message>
        <source>R30.without_suggestion</source>
        <translation>Päivän Kaikukortti-liput on jaettu. Ehdota toista päivää.</translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left</source>
        <translation>
            <numerusform>Päivän Kaikukortti-lippuja on jäljellä vain {n}. Vähennä lippuja tai ehdota toista päivää: {suggestion}.</numerusform>
            <numerusform>Päivän Kaikukortti-lippuja on jäljellä vain {n}. Vähennä lippuja tai ehdota toista päivää: {suggestion}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left.without_suggestion</source>
        <translation>
            <numerusform>Päivän Kaikukortti-lippuja on jäljellä vain {n}. Vähennä lippuja tai ehdota toista päivää.</numerusform>
            <numerusform>Päivän Kaikukortti-lippuja on jäljellä vain {n}. Vähennä lippuja tai ehdota toista päivää.</numerusform>
        </translation>
    </message>
    <message>
        <source>R31</source>
        <translation>Tilaisuus on loppuunmyyty.</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>Kortilla on jo lippu tähän tilaisuuteen ({time}).</translation>
    </message>
    <message>
        <source>R32.without_time</source>
        <translation>Kortilla on jo lippu tähän tilaisuuteen.</translation>
    </message>
    <message numerus="yes">
        <source>R33</source>
        <translation>
            <numerusform>Kohteen raja täynnä: {n} lippu / {period}. Seuraava {date} alkaen.</numerusform>
            <numerusform>Kohteen raja täynnä: {n} lippua / {period}. Seuraava {date} alkaen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R33.without_date</source>
        <translation>
            <numerusform>Kohteen raja täynnä: {n} lippu / {period}.</numerusform>
            <numerusform>Kohteen raja täynnä: {n} lippua / {period}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R34</source>
        <translation>
            <numerusform>Lasten lippuja voi antaa enintään {n}.</numerusform>
            <numerusform>Lasten lippuja voi antaa enintään {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>R34.zero</source>
        <translation>Lasten lippuja ei voi antaa tällä kertaa.</translation>
    </message>
    <message>
        <source>R35</source>
        <translation>Kurssille ei voi ottaa lasten paikkoja Kaikukortilla.</translation>
    </message>
    <message>
        <source>R36</source>
        <translation>Lasten lippu annetaan vain, kun kortinhaltija tulee samaan tilaisuuteen.</translation>
    </message>
    <message>
        <source>R37</source>
        <translation>Lasten lippu on alle {age}-vuotiaalle.</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>Tämän kassan osuus on jaettu, eikä yhteyttä ole. Toisella kassalla voi olla lippuja.</translation>
    </message>
    <message numerus="yes">
        <source>R40</source>
        <translation>
            <numerusform>Kurssiraja täynnä: {n} / {period}.</numerusform>
            <numerusform>Kurssiraja täynnä: {n} / {period}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R40.without_date</source>
        <translation>
            <numerusform>Kurssiraja täynnä: {n} / {period}.</numerusform>
            <numerusform>Kurssiraja täynnä: {n} / {period}.</numerusform>
        </translation>
    </message>
    <message>
        <source>R41</source>
        <translation>Kurssi on täynnä. Asiakas voi ilmoittautua jonoon.</translation>
    </message>
    <message>
        <source>R42</source>
        <translation>Ilmoittautuminen ei ole auki.</translation>
    </message>
    <message>
        <source>R50</source>
        <translation>Yhteisön kortti tarvitsee vähintään yhden oman Kaikukortin. Lue ryhmäläisten kortit.</translation>
    </message>
    <message>
        <source>R51</source>
        <translation>Yhteisön kortilla ei saa kurssipaikkaa.</translation>
    </message>
    <message>
        <source>R52</source>
        <translation>Yhteisön kortilla on jo annettu edustajan lippu tähän tilaisuuteen.</translation>
    </message>
    <message>
        <source>R53</source>
        <translation>Ryhmän {i}. kortti ei käy: {reason}. Jatka ilman sitä tai keskeytä.</translation>
    </message>
    <message>
        <source>R53.without_reason</source>
        <translation>Ryhmän {i}. kortti ei käy. Jatka ilman sitä tai keskeytä.</translation>
    </message>
    <message>
        <source>R54</source>
        <translation>Yhteisön kortti ei ole voimassa.</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>Koneen kello näyttää väärää aikaa. Korjaa kello ennen kirjaamista.</translation>
    </message>
    <message>
        <source>R61</source>
        <translation>Korttiluetteloa ei ole. Hae luettelo tai käytä paperilomaketta.</translation>
    </message>
    <message>
        <source>R62</source>
        <translation>Sinulla ei ole oikeutta tähän toimintoon.</translation>
    </message>
    <message>
        <source>R63</source>
        <translation>Kirjaus ei tallentunut. Älä anna lippua vielä – yritä uudelleen.</translation>
    </message>
    <message numerus="yes">
        <source>R64</source>
        <translation>
            <numerusform>Korttiluettelo on {n} päivän vanha. Hae luettelo, kutsu esihenkilö tai käytä paperilomaketta.</numerusform>
            <numerusform>Korttiluettelo on {n} päivää vanha. Hae luettelo, kutsu esihenkilö tai käytä paperilomaketta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R64.of_quotas</source>
        <translation>
            <numerusform>Lippujen määrät ovat {n} päivän vanhat. Hae ne, kutsu esihenkilö tai käytä paperilomaketta.</numerusform>
            <numerusform>Lippujen määrät ovat {n} päivää vanhat. Hae ne, kutsu esihenkilö tai käytä paperilomaketta.</numerusform>
        </translation>
    </message>
    <message>
        <source>R64.of_quotas.without_n</source>
        <translation>Lippujen määriä ei ole vielä saatu. Hae ne, kutsu esihenkilö tai käytä paperilomaketta.</translation>
    </message>
    <message numerus="yes">
        <source>R64.of_rules</source>
        <translation>
            <numerusform>Ohjelma on {n} päivän vanha. Hae uusi, kutsu esihenkilö tai käytä paperilomaketta.</numerusform>
            <numerusform>Ohjelma on {n} päivää vanha. Hae uusi, kutsu esihenkilö tai käytä paperilomaketta.</numerusform>
        </translation>
    </message>
    <message>
        <source>R70</source>
        <translation>Kirjausta ei voi enää perua täällä. Ota yhteyttä tukeen.</translation>
    </message>
    <message>
        <source>S01</source>
        <translation>Sama kortti kirjattiin myös toisella kassalla.</translation>
    </message>
    <message>
        <source>S02</source>
        <translation>Kortti oli suljettu ennen kirjausta.</translation>
    </message>
    <message numerus="yes">
        <source>S03</source>
        <translation>
            <numerusform>Kiintiö ylittyi {n} lipulla yhteyskatkon aikana.</numerusform>
            <numerusform>Kiintiö ylittyi {n} lipulla yhteyskatkon aikana.</numerusform>
        </translation>
    </message>
    <message>
        <source>S03.without_n</source>
        <translation>Kiintiö ylittyi yhteyskatkon aikana.</translation>
    </message>
    <message>
        <source>S04</source>
        <translation>Ehdollisesti hyväksyttyä korttia ei löytynyt rekisteristä.</translation>
    </message>
    <message>
        <source>S05</source>
        <translation>Jo vastaanotettu (ei toimenpiteitä).</translation>
    </message>
    <message>
        <source>S06</source>
        <translation>Palvelin ei hyväksynyt kirjausta: {reason}. Korjaa ja lähetä.</translation>
    </message>
    <message>
        <source>S06.without_reason</source>
        <translation>Palvelin ei hyväksynyt kirjausta. Korjaa ja lähetä.</translation>
    </message>
</context>
<context>
    <name>customer</name>
    <message>
        <source>A01</source>
        <translation>Korttisi on voimassa. Saat lipun.</translation>
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
        <translation>Saat paikan kurssille. Se on sinulle maksuton.</translation>
    </message>
    <message numerus="yes">
        <source>A04</source>
        <translation>
            <numerusform>Ohjaaja saa lipun. Ryhmälle annetaan {n} lippu.</numerusform>
            <numerusform>Ohjaaja saa lipun. Ryhmälle annetaan {n} lippua.</numerusform>
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
        <translation>Lippu on varattu sinulle. Nouda se viimeistään {time}.</translation>
    </message>
    <message>
        <source>can_book</source>
        <translation>Voit varata lipun. Nouda se viimeistään {time}.</translation>
    </message>
    <message>
        <source>A09</source>
        <translation>Lippusi on peruttu.</translation>
    </message>
    <message>
        <source>W03</source>
        <translation>Korttisi on voimassa {date} asti. Uuden saat sieltä, mistä sait tämän.</translation>
    </message>
    <message>
        <source>W04</source>
        <translation>Korttisi päättyy {date}, ennen tilaisuutta. Lipun saat jo nyt.</translation>
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
        <translation>Voitko näyttää henkilöllisyystodistuksen? Siitä ei tallenneta mitään.</translation>
    </message>
    <message>
        <source>R01</source>
        <translation>Kortti ei tullut luetuksi. Yritämme uudelleen.</translation>
    </message>
    <message>
        <source>R02</source>
        <translation>Tunnus meni väärin. Kirjoitan sen uudelleen.</translation>
    </message>
    <message>
        <source>R03</source>
        <translation>Tämä on jokin muu kortti. Onko sinulla Kaikukortti?</translation>
    </message>
    <message>
        <source>R10</source>
        <translation>Korttisi ei toimi vielä. Voit kysyä sieltä, mistä sait kortin.</translation>
    </message>
    <message>
        <source>R11</source>
        <translation>Korttisi on voimassa {date} alkaen.</translation>
    </message>
    <message>
        <source>R12</source>
        <translation>Korttisi voimassaolo on päättynyt. Uuden saat sieltä, mistä sait tämän.</translation>
    </message>
    <message>
        <source>R13</source>
        <translation>Tämä kortti ei ole käytössä. Voit kysyä sieltä, mistä sait kortin.</translation>
    </message>
    <message>
        <source>R14</source>
        <translation>Sinulla on uusi kortti. Näytäthän sen.</translation>
    </message>
    <message>
        <source>R15</source>
        <translation>Kaikukortti-kokeilu on päättynyt. Kortti ei ole enää voimassa.</translation>
    </message>
    <message>
        <source>R16</source>
        <translation>Korttisi on voimassa {date} alkaen.</translation>
    </message>
    <message>
        <source>R20</source>
        <translation>Korttisi käy alueella {area}.</translation>
    </message>
    <message>
        <source>R21</source>
        <translation>Tähän käyvät alueen {area} kortit.</translation>
    </message>
    <message>
        <source>R22</source>
        <translation>Kaikukortti ei ole täällä käytössä.</translation>
    </message>
    <message>
        <source>R23</source>
        <translation>Etu ei ole nyt voimassa.</translation>
    </message>
    <message>
        <source>R24</source>
        <translation>Tähän tilaisuuteen ei saa lippua Kaikukortilla.</translation>
    </message>
    <message>
        <source>R25</source>
        <translation>Lippuja saa {time} alkaen.</translation>
    </message>
    <message>
        <source>R26</source>
        <translation>Tilaisuus on jo ohi.</translation>
    </message>
    <message>
        <source>R27</source>
        <translation>Tilaisuus on peruttu.</translation>
    </message>
    <message>
        <source>R28</source>
        <translation>Varausta ei ole. Katsomme, onko lippuja jäljellä.</translation>
    </message>
    <message>
        <source>R29</source>
        <translation>Varausaika on päättynyt. Katsomme, onko lippuja jäljellä.</translation>
    </message>
    <message>
        <source>R30</source>
        <translation>Tämän päivän liput on jaettu. Voit tulla toisena päivänä.</translation>
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
        <translation>Sinulla on jo lippu tähän tilaisuuteen.</translation>
    </message>
    <message numerus="yes">
        <source>R33</source>
        <translation>
            <numerusform>Olet saanut jo {n} lipun. Uuden saat {date} alkaen.</numerusform>
            <numerusform>Olet saanut jo {n} lippua. Uuden saat {date} alkaen.</numerusform>
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
            <numerusform>Lasten lippuja saa enintään {n}.</numerusform>
            <numerusform>Lasten lippuja saa enintään {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>R34.zero</source>
        <translation>Lasten lippuja ei saa tällä kertaa.</translation>
    </message>
    <message>
        <source>R35</source>
        <translation>Kurssille pääset sinä. Lapsille ei ole siellä paikkoja.</translation>
    </message>
    <message>
        <source>R36</source>
        <translation>Lapsi saa lipun, kun tulet itse mukaan.</translation>
    </message>
    <message>
        <source>R37</source>
        <translation>Lasten lippu on alle {age}-vuotiaalle.</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>Tällä kassalla ei ole nyt lippuja. Kysymme toiselta kassalta.</translation>
    </message>
    <message numerus="yes">
        <source>R40</source>
        <translation>
            <numerusform>Sinulla on jo {n} kurssi. Uuden voit ottaa {date} alkaen.</numerusform>
            <numerusform>Sinulla on jo {n} kurssia. Uuden voit ottaa {date} alkaen.</numerusform>
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
        <translation>Kurssi on täynnä. Voit ilmoittautua jonoon.</translation>
    </message>
    <message>
        <source>R42</source>
        <translation>Kurssille ei voi nyt ilmoittautua.</translation>
    </message>
    <message>
        <source>R50</source>
        <translation>Jokainen ryhmäläinen näyttää oman Kaikukorttinsa.</translation>
    </message>
    <message>
        <source>R51</source>
        <translation>Kurssipaikan saa omalla Kaikukortilla.</translation>
    </message>
    <message>
        <source>R52</source>
        <translation>Ohjaaja on jo saanut lipun.</translation>
    </message>
    <message>
        <source>R53</source>
        <translation>Yksi ryhmän korteista ei käy tällä kertaa.</translation>
    </message>
    <message>
        <source>R54</source>
        <translation>Tämä kortti ei ole voimassa.</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>Odotathan hetken.</translation>
    </message>
    <message>
        <source>R61</source>
        <translation>Ohjelma ei toimi juuri nyt. Kirjaamme korttisi paperille.</translation>
    </message>
    <message>
        <source>R63</source>
        <translation>Odotathan hetken.</translation>
    </message>
    <message>
        <source>R64</source>
        <translation>Odotathan hetken. Pyydän apua.</translation>
    </message>
    <message>
        <source>R70</source>
        <translation>Lippua ei voi enää perua täällä.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>Tervetuloa.</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>Hetki, tarkistan kortin.</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Odotathan hetken.</translation>
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
        <translation>Anna kurssipaikka</translation>
    </message>
    <message>
        <source>record_visit</source>
        <translation>Kirjaa käynti</translation>
    </message>
    <message numerus="yes">
        <source>hand_over</source>
        <translation>
            <numerusform>Luovuta lippu</numerusform>
            <numerusform>Luovuta liput</numerusform>
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
        <translation>Huomaa</translation>
    </message>
    <message>
        <source>read_again</source>
        <translation>Lue uudelleen</translation>
    </message>
    <message>
        <source>check_code</source>
        <translation>Tarkista tunnus</translation>
    </message>
    <message>
        <source>other_card</source>
        <translation>Toinen kortti</translation>
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
        <translation>Selvitettävä</translation>
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
        <translation>Lue kortti uudelleen tai näppäile tunnus.</translation>
    </message>
    <message>
        <source>check_code</source>
        <translation>Vertaa tunnusta korttiin merkki kerrallaan.</translation>
    </message>
    <message>
        <source>show_kaikukortti</source>
        <translation>Pyydä asiakasta näyttämään Kaikukortti.</translation>
    </message>
    <message>
        <source>ask_issuer</source>
        <translation>Asiakas voi kysyä sieltä, mistä kortti on saatu.</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>Kortin voi uusia siellä, mistä se on saatu.</translation>
    </message>
    <message>
        <source>come_from</source>
        <translation>Kerro asiakkaalle, mistä päivästä alkaen tämä onnistuu.</translation>
    </message>
    <message>
        <source>show_new_card</source>
        <translation>Pyydä asiakasta näyttämään uusi kortti.</translation>
    </message>
    <message>
        <source>own_area</source>
        <translation>Kerro asiakkaalle, missä kortti käy.</translation>
    </message>
    <message>
        <source>other_offer</source>
        <translation>Ehdota toista tilaisuutta.</translation>
    </message>
    <message>
        <source>other_day</source>
        <translation>Ehdota toista päivää.</translation>
    </message>
    <message>
        <source>other_desk</source>
        <translation>Kysy toiselta kassalta, onko siellä lippuja.</translation>
    </message>
    <message>
        <source>fewer_children</source>
        <translation>Vähennä lasten lippuja.</translation>
    </message>
    <message>
        <source>no_children</source>
        <translation>Poista lasten liput. Kortinhaltija voi saada paikan.</translation>
    </message>
    <message>
        <source>holder_comes</source>
        <translation>Anna lasten liput, kun kortinhaltija tulee mukaan.</translation>
    </message>
    <message>
        <source>scan_members</source>
        <translation>Lue ryhmäläisten omat Kaikukortit.</translation>
    </message>
    <message>
        <source>without_member</source>
        <translation>Jatka ilman tätä korttia tai keskeytä.</translation>
    </message>
    <message>
        <source>take_now</source>
        <translation>Anna lippu nyt, jos niitä on jäljellä.</translation>
    </message>
    <message>
        <source>waiting_list</source>
        <translation>Tarjoa paikkaa jonossa.</translation>
    </message>
    <message>
        <source>set_clock</source>
        <translation>Aseta koneen kello oikeaan aikaan.</translation>
    </message>
    <message>
        <source>fetch_list</source>
        <translation>Hae uusi korttiluettelo, kun yhteys toimii. Siihen asti voit käyttää paperilomaketta.</translation>
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
        <translation>Ota yhteyttä tukeen.</translation>
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
        <translation>Tunnus on luettu oikein</translation>
    </message>
    <message>
        <source>list_present</source>
        <translation>Kassalla on korttiluettelo</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Koneen kello on oikeassa</translation>
    </message>
    <message>
        <source>list_age</source>
        <translation>Korttiluettelo on tuore</translation>
    </message>
    <message>
        <source>quotas_age</source>
        <translation>Lippujen määrät ovat tuoreet</translation>
    </message>
    <message>
        <source>rules_age</source>
        <translation>Ohjelma on tuore</translation>
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
        <translation>Kortti käy tällä alueella</translation>
    </message>
    <message>
        <source>local_offer</source>
        <translation>Tarjonta on myös tämän alueen korteille</translation>
    </message>
    <message>
        <source>venue_member</source>
        <translation>Kohde on verkostossa käyntipäivänä</translation>
    </message>
    <message>
        <source>popup</source>
        <translation>Pop-up-etu on voimassa käyntipäivänä</translation>
    </message>
    <message>
        <source>included</source>
        <translation>Tilaisuuteen saa lipun Kaikukortilla</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>Tilaisuutta ei ole peruttu</translation>
    </message>
    <message>
        <source>over</source>
        <translation>Tilaisuus ei ole ohi</translation>
    </message>
    <message>
        <source>bookable</source>
        <translation>Lippuja saa jo</translation>
    </message>
    <message>
        <source>sold_out</source>
        <translation>Tilaisuutta ei ole myyty loppuun</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>Kortilla on varaus</translation>
    </message>
    <message>
        <source>already</source>
        <translation>Kortilla ei ole vielä lippua tähän tilaisuuteen</translation>
    </message>
    <message>
        <source>card_limit</source>
        <translation>Kohteen raja korttia kohti ei ole täynnä</translation>
    </message>
    <message>
        <source>party</source>
        <translation>Lapset tulevat kortinhaltijan kanssa</translation>
    </message>
    <message>
        <source>children_count</source>
        <translation>Lasten määrä on rekisterin mukainen</translation>
    </message>
    <message>
        <source>assistants</source>
        <translation>Avustajia on enintään sallittu määrä</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Ryhmäläisillä on omat kortit</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Ryhmäläisen kortti käy</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>Kiintiössä on lippuja</translation>
    </message>
    <message>
        <source>shared_quota</source>
        <translation>Kiintiö on yhteinen muiden kassojen kanssa</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>Tällä kassalla on lippuja annettavana</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>Kortti on voimassa vielä tilaisuuden jälkeen</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Yhteys palvelimeen</translation>
    </message>
    <message>
        <source>id_hint</source>
        <translation>Henkilöllisyystodistusta voi pyytää</translation>
    </message>
    <message>
        <source>just_now</source>
        <translation>Korttia ei luettu juuri äsken</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Kirjauksen voi vielä perua</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Varauksen voi vapauttaa</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>Kassa voi tehdä ja tallentaa tämän</translation>
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
        <translation>huomattavaa</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>ei täyty</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>esihenkilön luvalla</translation>
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
        <translation>tiedot ajalta</translation>
    </message>
    <message>
        <source>already.as_of</source>
        <translation>muiden kassojen tiedot ajalta</translation>
    </message>
    <message>
        <source>card_limit.as_of</source>
        <translation>muiden kassojen tiedot ajalta</translation>
    </message>
    <message>
        <source>booking.as_of</source>
        <translation>muiden kassojen tiedot ajalta</translation>
    </message>
    <message>
        <source>quota.as_of</source>
        <translation>muiden kassojen tiedot ajalta</translation>
    </message>
    <message>
        <source>shared_quota.as_of</source>
        <translation>muiden kassojen tiedot ajalta</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>lukijan näppäimistöasettelu korjattu</translation>
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
        <translation>aiempia kirjauksia</translation>
    </message>
    <message>
        <source>card_limit.n</source>
        <translation>aiempia kirjauksia</translation>
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
        <translation>tilaisuus päättyy</translation>
    </message>
    <message>
        <source>collect_by</source>
        <translation>noudettava viimeistään</translation>
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
        <translation>kortinhaltija mukana</translation>
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
        <translation>tekijä</translation>
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
        <translation>suljettu</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>vaihdettu uuteen</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>tuore</translation>
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
        <translation>kassahenkilö</translation>
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
        <translation>Jokin esti toiminnon. Kirjatut liput ovat tallessa. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>config</source>
        <translation>Asetus {field} ei kelpaa ({file}). Korjaa se ja käynnistä ohjelma uudelleen.</translation>
    </message>
    <message>
        <source>config.without_file</source>
        <translation>Asetus {field} puuttuu tai on väärin. Korjaa se ja käynnistä ohjelma uudelleen.</translation>
    </message>
    <message>
        <source>config.without_field</source>
        <translation>Asetustiedostoa {file} ei voi lukea. Korjaa tiedosto ja käynnistä ohjelma uudelleen.</translation>
    </message>
    <message>
        <source>config.without_field_file</source>
        <translation>Jokin asetus puuttuu tai on väärin. Tarkista asetukset tai pyydä apua ylläpidolta.</translation>
    </message>
    <message>
        <source>config.address</source>
        <translation>Palvelimen osoite ei kelpaa. Tarkista osoite kirjain kirjaimelta.</translation>
    </message>
    <message>
        <source>config.tls</source>
        <translation>Palvelimen osoitteen alussa pitää olla https://. Tarkista osoite ylläpidolta.</translation>
    </message>
    <message>
        <source>config.enrolled</source>
        <translation>Tämä kassa on jo otettu käyttöön. Käynnistä ohjelma uudelleen.</translation>
    </message>
    <message numerus="yes">
        <source>config.other_network</source>
        <translation>
            <numerusform>Tämä kassa kuuluu toiseen verkostoon. {n} kirjaus odottaa vielä sen palvelinta. Käytä kassan oman verkoston kertakoodia.</numerusform>
            <numerusform>Tämä kassa kuuluu toiseen verkostoon. {n} kirjausta odottaa vielä sen palvelinta. Käytä kassan oman verkoston kertakoodia.</numerusform>
        </translation>
    </message>
    <message>
        <source>config.code</source>
        <translation>Kertakoodi puuttuu. Kirjoita se niin kuin se on paperissa.</translation>
    </message>
    <message>
        <source>config.translations</source>
        <translation>Tekstien kokoaminen puuttuu. Suorita ohjelman kansiossa: make setup.</translation>
    </message>
    <message>
        <source>store</source>
        <translation>Kassan tiedostoa ei voi käyttää. Käynnistä ohjelma uudelleen. Jos se ei auta, pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>store_busy</source>
        <translation>Kassan tiedosto on toisen ohjelman käytössä. Sulje toinen Kaikuportti ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>store_damaged</source>
        <translation>Kassan tiedosto on vioittunut tai sen avain ei sovi. Mitään ei ole poistettu. Pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>store_too_new</source>
        <translation>Kassan tiedosto on uudemman ohjelmaversion tekemä. Päivitä Kaikuportti.</translation>
    </message>
    <message>
        <source>store_read_only</source>
        <translation>Kassan tiedostoon ei voi kirjoittaa. Tarkista kansion käyttöoikeudet tai pyydä apua ylläpidolta.</translation>
    </message>
    <message>
        <source>store_full</source>
        <translation>Levy on täynnä. Viimeisin kirjaus ei tallentunut, aiemmat ovat tallessa. Vapauta tilaa ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>key_missing</source>
        <translation>Kassan avain puuttuu käyttöjärjestelmän avainnipusta. Kirjaudu koneelle kassan tunnuksella tai pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>key_missing.file</source>
        <translation>Kassan avaintiedosto {file} puuttuu tai sitä ei voi lukea. Mitään ei ole poistettu. Palauta tiedosto kassan kansioon tai pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>camera_missing</source>
        <translation>Kameraa ei löydy. Voit lukea kortin käsilukijalla tai näppäillä tunnuksen.</translation>
    </message>
    <message>
        <source>camera_busy</source>
        <translation>Kamera on toisen ohjelman käytössä. Sulje se ohjelma. Sillä välin voit lukea kortin käsilukijalla tai näppäillä tunnuksen.</translation>
    </message>
    <message>
        <source>camera_denied</source>
        <translation>Kameran käyttö on estetty tällä koneella. Salli se tietosuoja-asetuksista tai pyydä apua tuesta. Sillä välin voit näppäillä tunnuksen.</translation>
    </message>
    <message>
        <source>camera_lost</source>
        <translation>Yhteys kameraan katkesi. Tarkista johto. Sillä välin voit näppäillä tunnuksen.</translation>
    </message>
    <message>
        <source>camera_silent</source>
        <translation>Kamera ei lähetä kuvaa. Irrota johto ja kytke se uudelleen. Sillä välin voit näppäillä tunnuksen.</translation>
    </message>
    <message>
        <source>decoder_missing</source>
        <translation>Viivakoodien lukuohjelma puuttuu tältä koneelta. Näppäile tunnus tai käytä käsilukijaa, ja pyydä ylläpitoa asentamaan ohjelma.</translation>
    </message>
    <message>
        <source>picture_bad</source>
        <translation>Kuvaa ei voi käyttää. Valitse toinen kuva.</translation>
    </message>
    <message>
        <source>picture_bad.missing</source>
        <translation>Tiedostoa ei löydy. Valitse kuva uudelleen.</translation>
    </message>
    <message>
        <source>picture_bad.not_a_file</source>
        <translation>Tämä ei ole tiedosto. Valitse kuvatiedosto.</translation>
    </message>
    <message>
        <source>picture_bad.unreadable</source>
        <translation>Tiedostoa ei voi avata. Tarkista sen käyttöoikeudet tai valitse toinen kuva.</translation>
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
        <translation>Tiedosto ei ole kuva. Valitse kuva, esimerkiksi PNG tai JPEG.</translation>
    </message>
    <message>
        <source>picture_bad.broken</source>
        <translation>Kuva on vioittunut. Valitse toinen kuva.</translation>
    </message>
    <message>
        <source>picture_bad.halted</source>
        <translation>Tämän kuvan lukeminen piti keskeyttää. Valitse toinen kuva tai näppäile tunnus.</translation>
    </message>
    <message>
        <source>picture_bad.two_cards</source>
        <translation>Kuvassa on useampi kortti. Näytä yksi kortti kerrallaan.</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>Palvelinta ei voitu käyttää juuri nyt. Voit jatkaa lippujen antamista. Ohjelma yrittää itse uudelleen.</translation>
    </message>
    <message>
        <source>hub_unreachable</source>
        <translation>Palvelimeen ei saada yhteyttä. Voit jatkaa lippujen antamista. Kirjaukset lähetetään, kun yhteys palaa.</translation>
    </message>
    <message>
        <source>hub_refused</source>
        <translation>Palvelin ei hyväksynyt pyyntöä. Kirjatut liput ovat tallessa. Tarkista kassan käyttöönotto tai pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>hub_revoked</source>
        <translation>Palvelin on sulkenut tämän kassan. Kassa ei anna enää lippuja. Kirjatut liput ovat tallessa ja lähetetään edelleen. Kysy ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_garbled</source>
        <translation>Osoitteesta vastasi jokin muu kuin Kaikuportin palvelin. Tarkista osoite ja verkkoyhteys.</translation>
    </message>
    <message>
        <source>hub_garbled.tls</source>
        <translation>Palvelimen varmenne ei kelpaa, joten yhteyttä ei avattu. Tarkista osoite ja koneen kello tai pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>hub_garbled.version</source>
        <translation>Palvelimessa ja kassassa on eri ohjelmaversiot. Päivitä Kaikuportti.</translation>
    </message>
    <message>
        <source>import_bad</source>
        <translation>Tuotavaa tiedostoa ei voi lukea. Tarkista, että se on CSV- tai JSON-tiedosto, ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>hub_refused.code_unknown</source>
        <translation>Palvelin ei tunne kertakoodia. Tarkista koodi kirjain kirjaimelta tai pyydä uusi ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_refused.code_spent</source>
        <translation>Kertakoodi on jo käytetty. Pyydä uusi koodi ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_refused.code_expired</source>
        <translation>Kertakoodi on vanhentunut. Pyydä uusi koodi ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_refused.slow_down</source>
        <translation>Koodi on kirjoitettu väärin monta kertaa. Odota hetki ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>hub_refused.unauthorized</source>
        <translation>Palvelin ei tunne tätä kassaa. Kirjatut liput ovat tallessa. Pyydä uusi kertakoodi ylläpidolta.</translation>
    </message>
    <message>
        <source>hub_refused.version</source>
        <translation>Palvelimessa ja kassassa on eri ohjelmaversiot. Kirjatut liput ovat tallessa. Päivitä Kaikuportti.</translation>
    </message>
    <message>
        <source>register_refused</source>
        <translation>Rekisterissä ei ole tällaista tietoa, tai se on siellä jo. Tarkista tunniste ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>bad_input</source>
        <translation>Tätä ei voi käyttää. Tarkista, mitä kirjoitit.</translation>
    </message>
</context>
<context>
    <name>hint</name>
    <message>
        <source>empty</source>
        <translation>Lue kortti tai kirjoita tunnus.</translation>
    </message>
    <message>
        <source>too_short</source>
        <translation>Tunnuksesta puuttuu vielä merkkejä.</translation>
    </message>
    <message>
        <source>too_long</source>
        <translation>Tunnuksessa on liikaa merkkejä.</translation>
    </message>
    <message>
        <source>wrong_character</source>
        <translation>Jokin merkki ei kuulu tunnukseen. Tunnuksessa on vain kirjaimia A–Z ja numeroita.</translation>
    </message>
    <message>
        <source>check_character</source>
        <translation>Yksi merkki on luultavasti väärin. Vertaa korttiin.</translation>
    </message>
    <message>
        <source>lookalike</source>
        <translation>Tarkista O ja 0 sekä I ja 1.</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>Lukijan näppäimistöasettelu on eri kuin koneen. Aseta lukija samaan asetteluun.</translation>
    </message>
</context>
<context>
    <name>lift</name>
    <message>
        <source>R30</source>
        <translation>lippuja yli päivän kiintiön</translation>
    </message>
    <message>
        <source>R31</source>
        <translation>lippuja loppuunmyytyyn tilaisuuteen</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>toinen lippu samaan tilaisuuteen</translation>
    </message>
    <message>
        <source>R33</source>
        <translation>lippuja yli kortin rajan</translation>
    </message>
    <message>
        <source>R34</source>
        <translation>enemmän lapsia kuin rekisterissä</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>lippuja yli tämän kassan osuuden</translation>
    </message>
    <message>
        <source>R40</source>
        <translation>enemmän kursseja kuin raja sallii</translation>
    </message>
    <message>
        <source>R41</source>
        <translation>paikka täydelle kurssille</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>lippu, vaikka koneen kello voi olla väärässä</translation>
    </message>
    <message>
        <source>R62</source>
        <translation>enemmän avustajia kuin tilaisuus sallii</translation>
    </message>
    <message>
        <source>R64</source>
        <translation>lippu vanhoilla tiedoilla</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Paikkoja on sittenkin</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>Sovittu tukipalvelun kanssa</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Vika järjestelmässä tai luettelossa</translation>
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
        <translation>Päivän lippumäärän muutos</translation>
    </message>
    <message>
        <source>override</source>
        <translation>Esihenkilön lupa</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>Kuitattu asia</translation>
    </message>
    <message>
        <source>give_back</source>
        <translation>Kassan osuuden palautus</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>garbled</source>
        <translation>kirjaus on vahingoittunut eikä sitä voi lukea</translation>
    </message>
    <message>
        <source>senseless</source>
        <translation>kirjaus ei sovi yhteen palvelimen tietojen kanssa</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>palvelin ei vielä tunne tällaista kirjausta</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>kirjaus koskee toista kohdetta</translation>
    </message>
    <message>
        <source>forked</source>
        <translation>tämän kassan kirjauksista on kaksi eri versiota</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>kassa oli poistettu käytöstä</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>palvelimessa on virhe</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>recorded</source>
        <translation>odottaa lähetystä</translation>
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
        <translation>vahvistettu</translation>
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
        <translation>Korttiluettelo on tuore</translation>
    </message>
    <message>
        <source>list_notice</source>
        <translation>Korttiluettelo haettu {time}. Lippuja voi antaa {date} asti.</translation>
    </message>
    <message>
        <source>list_banner</source>
        <translation>Korttiluettelo on vanha: se haettiin {time}. Lippuja voi antaa {date} asti. Hae uusi sitä ennen.</translation>
    </message>
    <message>
        <source>list_stop</source>
        <translation>Korttiluettelo on liian vanha: se haettiin {time}. Hae uusi. Esihenkilö voi sallia lipun (F6).</translation>
    </message>
    <message>
        <source>quotas_notice</source>
        <translation>Lippujen määrät haettu {time}. Tämän kassan osuudesta voi antaa lippuja.</translation>
    </message>
    <message>
        <source>quotas_banner</source>
        <translation>Lippujen määrät ovat vanhat: ne haettiin {time}. Tämän kassan osuudesta voi antaa lippuja, muita {date} asti.</translation>
    </message>
    <message>
        <source>quotas_stop</source>
        <translation>Lippujen määriä ei ole haettu aikoihin. Tämän kassan osuudesta voi antaa lippuja. Esihenkilö päättää muista (F6).</translation>
    </message>
    <message>
        <source>rules_notice</source>
        <translation>Ohjelma haettu {time}. Lippuja voi antaa {date} asti.</translation>
    </message>
    <message>
        <source>rules_banner</source>
        <translation>Ohjelma on vanha: se haettiin {time}. Lippuja voi antaa {date} asti. Hae uusi sitä ennen.</translation>
    </message>
    <message>
        <source>rules_stop</source>
        <translation>Ohjelma on liian vanha: se haettiin {time}. Hae uusi. Esihenkilö voi sallia lipun (F6).</translation>
    </message>
    <message>
        <source>list_none</source>
        <translation>Korttiluetteloa ei ole vielä</translation>
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
        <translation>Kameran kuva ei liiku. Irrota johto ja kytke se uudelleen.</translation>
    </message>
    <message>
        <source>camera_troubled</source>
        <translation>Kameran kuva ei nyt kelpaa. Yritetään edelleen.</translation>
    </message>
    <message>
        <source>camera_missing</source>
        <translation>Kameraa ei löydy. Kytke se, käytä lukijaa tai näppäile tunnus.</translation>
    </message>
    <message>
        <source>camera_busy</source>
        <translation>Kamera on toisen ohjelman käytössä. Sulje se ohjelma.</translation>
    </message>
    <message>
        <source>camera_denied</source>
        <translation>Kamera on estetty tällä koneella. Salli se tietosuoja-asetuksista tai pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>camera_lost</source>
        <translation>Kamera irtosi. Tarkista johto.</translation>
    </message>
    <message>
        <source>camera_silent</source>
        <translation>Kamera ei lähetä kuvaa. Irrota johto ja kytke se uudelleen.</translation>
    </message>
    <message>
        <source>camera_stopped</source>
        <translation>Kamera on pois päältä</translation>
    </message>
    <message>
        <source>scanner_off</source>
        <translation>Sarjaporttilukija ei ole käytössä. Näppäimistönä toimiva lukija käy aina.</translation>
    </message>
    <message>
        <source>scanner_searching</source>
        <translation>Sarjaporttilukijaa ei ole löytynyt. Näppäimistönä toimiva lukija käy aina.</translation>
    </message>
    <message>
        <source>scanner_ready</source>
        <translation>Sarjaporttilukija on valmis</translation>
    </message>
    <message>
        <source>scanner_noisy</source>
        <translation>Sarjaportista tulee tekstiä tauotta. Valitse valikosta portti, jossa lukija on.</translation>
    </message>
    <message>
        <source>scanner_lost</source>
        <translation>Sarjaporttilukija ei ole kytkettynä. Tarkista johto.</translation>
    </message>
    <message>
        <source>scanner_busy</source>
        <translation>Toinen ohjelma käyttää sarjaporttilukijaa</translation>
    </message>
    <message>
        <source>scanner_denied</source>
        <translation>Tällä tunnuksella ei saa käyttää sarjaporttilukijaa. Kysy tuesta.</translation>
    </message>
    <message>
        <source>scanner_no_library</source>
        <translation>Koneesta puuttuu ohjelma sarjaporttilukijaa varten. Kysy tuesta.</translation>
    </message>
</context>
<context>
    <name>period</name>
    <message>
        <source>performance</source>
        <translation>esitys</translation>
    </message>
    <message>
        <source>day</source>
        <translation>päivä</translation>
    </message>
    <message>
        <source>week</source>
        <translation>viikko</translation>
    </message>
    <message>
        <source>month</source>
        <translation>kuukausi</translation>
    </message>
    <message>
        <source>term</source>
        <translation>lukukausi</translation>
    </message>
    <message>
        <source>year</source>
        <translation>vuosi</translation>
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
        <translation>Anna lippu: lue kortti ja paina Enter.</translation>
    </message>
    <message>
        <source>children</source>
        <translation>Kaksi lasta</translation>
    </message>
    <message>
        <source>children.shows</source>
        <translation>Lisää lapset näppäimellä + ja anna kaikki liput. Kolmas lapsi: kutsu esihenkilö ja paina F6.</translation>
    </message>
    <message>
        <source>no_children</source>
        <translation>Ei lapsia</translation>
    </message>
    <message>
        <source>no_children.shows</source>
        <translation>Rekisterissä ei ole lapsia. Paina + ja katso, mitä ohjelma neuvoo.</translation>
    </message>
    <message>
        <source>ends_soon</source>
        <translation>Päättyy pian</translation>
    </message>
    <message>
        <source>ends_soon.shows</source>
        <translation>Anna lippu ja kerro, missä kortti uusitaan. Näytelmässä, joka on viikon päästä (F2), huomautus on toinen.</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>Varaus</translation>
    </message>
    <message>
        <source>booked.shows</source>
        <translation>Kortille on varattu kaksi lippua illan näytelmään: luovuta ne.</translation>
    </message>
    <message>
        <source>already</source>
        <translation>Lippu on jo annettu</translation>
    </message>
    <message>
        <source>already.shows</source>
        <translation>Kortilla on jo kaksi lippua illan näytelmään, kuten tunnin kuluttua palaavalla asiakkaalla.</translation>
    </message>
    <message>
        <source>community</source>
        <translation>Yhteisön kortti</translation>
    </message>
    <message>
        <source>community.shows</source>
        <translation>Aloittaa ryhmän. Lue sitten ryhmäläisten kortit, esimerkiksi Kaksi lasta ja Ryhmäläinen, ja anna kaikille yhdellä Enterillä.</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Ryhmäläinen</translation>
    </message>
    <message>
        <source>member.shows</source>
        <translation>Ryhmäläisen oma kortti. Sama kortti kahdesti on yksi ryhmäläinen; askelpalautin poistaa viimeisen.</translation>
    </message>
    <message>
        <source>member_used</source>
        <translation>Ryhmäläinen, jolla on lippu</translation>
    </message>
    <message>
        <source>member_used.shows</source>
        <translation>Ryhmässä tämä kortti ei käy illan näytelmään: Enter jatkaa ilman sitä.</translation>
    </message>
    <message>
        <source>community_used</source>
        <translation>Yhteisön kortti, käytetty</translation>
    </message>
    <message>
        <source>community_used.shows</source>
        <translation>Edustaja on jo saanut lipun illan näytelmään.</translation>
    </message>
    <message>
        <source>community_closed</source>
        <translation>Yhteisön kortti, ei voimassa</translation>
    </message>
    <message>
        <source>community_closed.shows</source>
        <translation>Kortti ei ole voimassa, eikä se aloita ryhmää. Seuraava kortti on seuraavan asiakkaan.</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>Vanhentunut</translation>
    </message>
    <message>
        <source>expired.shows</source>
        <translation>Kortti päättyi 12 päivää sitten. Kerro ystävällisesti, missä se uusitaan.</translation>
    </message>
    <message>
        <source>not_yet</source>
        <translation>Ei vielä voimassa</translation>
    </message>
    <message>
        <source>not_yet.shows</source>
        <translation>Kortti alkaa 12 päivän päästä.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>Suljettu</translation>
    </message>
    <message>
        <source>closed.shows</source>
        <translation>Kortti on suljettu. Syytä ei näe kukaan.</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>Vaihdettu uuteen</translation>
    </message>
    <message>
        <source>replaced.shows</source>
        <translation>Asiakkaalla on uusi kortti: pyydä se.</translation>
    </message>
    <message>
        <source>area_ended</source>
        <translation>Kokeilu päättynyt</translation>
    </message>
    <message>
        <source>area_ended.shows</source>
        <translation>Kortin alueen kokeilu on päättynyt.</translation>
    </message>
    <message>
        <source>local</source>
        <translation>Oman alueen kortti</translation>
    </message>
    <message>
        <source>local.shows</source>
        <translation>Kortti käy vain omalla alueellaan, ei täällä.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>Ei luettelossa</translation>
    </message>
    <message>
        <source>unknown.shows</source>
        <translation>Korttia ei löydy. Rastita ylhäältä harjoittelu ilman yhteyttä ja lue uudelleen: silloin lipun voi antaa ehdollisesti.</translation>
    </message>
    <message>
        <source>mistyped</source>
        <translation>Näppäilyvirhe</translation>
    </message>
    <message>
        <source>mistyped.shows</source>
        <translation>Näppäilty tunnus, jonka viimeinen merkki on väärin.</translation>
    </message>
    <message>
        <source>misread</source>
        <translation>Epäselvä viivakoodi</translation>
    </message>
    <message>
        <source>misread.shows</source>
        <translation>Lukija luki väärin: lue uudelleen tai näppäile.</translation>
    </message>
    <message>
        <source>other_card</source>
        <translation>Muu kortti</translation>
    </message>
    <message>
        <source>other_card.shows</source>
        <translation>Museokortti tai kanta-asiakaskortti: ei Kaikukortti.</translation>
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
        <translation>Esittely. Kello on siirretty: nyt on {time}.</translation>
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
            <numerusform>{n} lippu odottaa vielä lähetystä. Se on tallessa ja lähtee itsestään, kun ohjelma on taas auki ja yhteys toimii.</numerusform>
            <numerusform>{n} lippua odottaa vielä lähetystä. Ne ovat tallessa ja lähtevät itsestään, kun ohjelma on taas auki ja yhteys toimii.</numerusform>
        </translation>
    </message>
    <message>
        <source>window.trouble</source>
        <translation>Ohjelmassa tapahtui virhe. Kirjatut liput ovat tallessa. Voit jatkaa tai käynnistää ohjelman uudelleen.</translation>
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
        <translation>Päivä, esim. 24.12.</translation>
    </message>
    <message>
        <source>today.no_day</source>
        <translation>Kirjoita päivä, joka on tulossa vuoden sisällä.</translation>
    </message>
    <message>
        <source>today.filter</source>
        <translation>Etsi tilaisuutta</translation>
    </message>
    <message>
        <source>today.none</source>
        <translation>Tälle päivälle ei ole tilaisuuksia. Valitse toinen päivä.</translation>
    </message>
    <message>
        <source>today.no_match</source>
        <translation>Haulla ei löytynyt tilaisuuksia.</translation>
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
        <translation>päättynyt</translation>
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
        <translation>ei vielä avattu</translation>
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
        <translation>Lue kortti, niin voit luovuttaa varatut liput. Esc palaa.</translation>
    </message>
    <message>
        <source>booking.held</source>
        <translation>noudettava {time} mennessä</translation>
    </message>
    <message>
        <source>booking.late</source>
        <translation>ei noudettu {time} mennessä</translation>
    </message>
    <message>
        <source>booking.collected</source>
        <translation>noudettu</translation>
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
            <numerusform>Vapauta {n} noutamaton</numerusform>
            <numerusform>Vapauta {n} noutamatonta</numerusform>
        </translation>
    </message>
    <message>
        <source>booking.let_go</source>
        <translation>Varaus on vapautettu. Liput palautuivat kiintiöön.</translation>
    </message>
    <message numerus="yes">
        <source>booking.let_late_go</source>
        <translation>
            <numerusform>{n} noutamaton varaus vapautettu.</numerusform>
            <numerusform>{n} noutamatonta varausta vapautettu.</numerusform>
        </translation>
    </message>
    <message>
        <source>booking.still_time</source>
        <translation>Kaikki varaukset voi vielä noutaa.</translation>
    </message>
    <message>
        <source>booking.managers</source>
        <translation>Noutoaika on ohi. Esihenkilö voi vapauttaa varauksen (F6).</translation>
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
        <translation>Liput voi varata. Noudettava {time} mennessä.</translation>
    </message>
    <message>
        <source>booking.word</source>
        <translation>Varaa</translation>
    </message>
    <message>
        <source>booking.undo_hint</source>
        <translation>Kerro, mihin mennessä liput on noudettava. Varauksen kumoaminen: Ctrl+Z.</translation>
    </message>
    <message>
        <source>scan.label</source>
        <translation>Kortin tunnus</translation>
    </message>
    <message>
        <source>scan.placeholder</source>
        <translation>Lue kortti tai kirjoita tunnus</translation>
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
        <translation>Pudota kortin kuva tähän</translation>
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
        <translation>Valitse ensin tilaisuus.</translation>
    </message>
    <message>
        <source>scan.choose_word</source>
        <translation>Valitse tilaisuus</translation>
    </message>
    <message>
        <source>scan.which</source>
        <translation>Kortti on luettu. Mihin tilaisuuteen?</translation>
    </message>
    <message>
        <source>scan.which_how</source>
        <translation>Valitse nuolilla ja paina Enter.</translation>
    </message>
    <message>
        <source>scan.arrived</source>
        <translation>Merkit koodin ympäriltä jätettiin pois. Lukija lähetti: {seen}</translation>
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
        <translation>Ei yhteyttä. Tarkistettu {time} haetusta luettelosta.</translation>
    </message>
    <message>
        <source>verdict.not_recorded</source>
        <translation>Lippua ei kirjattu. Älä anna sitä vielä.</translation>
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
        <translation>Näin tulokseen päädyttiin</translation>
    </message>
    <message>
        <source>paper.title</source>
        <translation>Kirjaa paperilta</translation>
    </message>
    <message>
        <source>paper.intro</source>
        <translation>Jokainen rivi kirjataan: lippu on jo annettu. Kirjoita rivin oma päivä ja kellonaika. Keskeneräinen rivi säilyy, vaikka virta katkeaisi.</translation>
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
        <translation>Tilaisuus</translation>
    </message>
    <message>
        <source>paper.code</source>
        <translation>Kortin tunnus</translation>
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
        <translation>Ryhmän edustaja</translation>
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
        <translation>Valitse tilaisuus</translation>
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
        <translation>Kesken. Ei ole vielä kirjattu.</translation>
    </message>
    <message>
        <source>paper.not_saved</source>
        <translation>Riviä ei tallennettu. Pidä paperi tallessa ja yritä uudelleen.</translation>
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
        <translation>Kirjaus peruttu.</translation>
    </message>
    <message>
        <source>paper.not_taken_back</source>
        <translation>Peruminen ei tallentunut: rivi on yhä kirjattuna. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>paper.recorded</source>
        <translation>Kirjattu.</translation>
    </message>
    <message>
        <source>paper.case</source>
        <translation>Kirjattu. Asiakas pitää lipun. Esihenkilö katsoo tämän myöhemmin. Syy: {rules}</translation>
    </message>
    <message>
        <source>paper.before</source>
        <translation>Tällä kortilla on jo lippu tähän tilaisuuteen ({time}). Jos se on tämä rivi, poista rivi.</translation>
    </message>
    <message>
        <source>paper.wrong_day</source>
        <translation>Kirjoita päivä niin kuin paperissa: 13.10. tai 13.10.2018.</translation>
    </message>
    <message>
        <source>paper.wrong_time</source>
        <translation>Kirjoita kellonaika: 18.05.</translation>
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
        <translation>Valitse tilaisuus.</translation>
    </message>
    <message>
        <source>paper.wrong_no_code</source>
        <translation>Kirjoita kortin tunnus.</translation>
    </message>
    <message>
        <source>paper.wrong_code</source>
        <translation>Tunnus ei ole oikeassa muodossa. Vertaa sitä paperiin.</translation>
    </message>
    <message>
        <source>paper.wrong_member</source>
        <translation>Ryhmän {i}. kortin tunnus ei ole oikeassa muodossa.</translation>
    </message>
    <message>
        <source>paper.wrong_no_members</source>
        <translation>Tämä on yhteisön kortti. Kirjoita myös ryhmän kortit.</translation>
    </message>
    <message>
        <source>paper.wrong_no_group</source>
        <translation>Tämä ei ole yhteisön kortti. Kirjaa jokainen kortti omalle rivilleen.</translation>
    </message>
    <message>
        <source>paper.wrong_twice</source>
        <translation>Sama kortti on rivillä kahdesti.</translation>
    </message>
    <message>
        <source>paper.wrong_many</source>
        <translation>Lippuja on liikaa yhdelle riville. Tarkista luvut.</translation>
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
        <translation>Kun ohjelma ei ole käytössä: kirjoita jokainen kortti omalle rivilleen ja anna liput. Ryhmä: ensin yhteisön kortti, sitten ryhmäläisten kortit seuraaville riveille. Nimiä ei kirjoiteta.</translation>
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
        <translation>Kirjaa rivit mahdollisimman pian: Ctrl+E. Säilytä paperi lukitussa paikassa ja tuhoa se kirjaamisen jälkeen.</translation>
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
            <numerusform>Lisäksi {n} maksuton lippu avustajalle tai tulkille.</numerusform>
            <numerusform>Lisäksi {n} maksutonta lippua avustajille tai tulkeille.</numerusform>
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
        <translation>Ryhmässä on jo {n} korttia. Suuren ryhmän voi tuoda myös kahdella yhteisön kortilla.</translation>
    </message>
    <message>
        <source>group.own_booking</source>
        <translation>Kortilla on oma varaus. Jatka ilman sitä ja lue kortti ryhmän jälkeen yksin.</translation>
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
        <translation>käy</translation>
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
        <translation>Anna kurssipaikka</translation>
    </message>
    <message>
        <source>give.visit</source>
        <translation>Kirjaa käynti</translation>
    </message>
    <message numerus="yes">
        <source>give.hand_over</source>
        <translation>
            <numerusform>Luovuta {n} lippu</numerusform>
            <numerusform>Luovuta {n} lippua</numerusform>
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
        <translation>Kumoa</translation>
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
        <translation>Kumoa {time} kortti {card}</translation>
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
            <numerusform>{n} lippu odottaa lähetystä, annettu {time}</numerusform>
            <numerusform>{n} lippua odottaa lähetystä, vanhin annettu {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting_short</source>
        <translation>
            <numerusform>{n} lippu odottaa lähetystä</numerusform>
            <numerusform>{n} lippua odottaa lähetystä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting.without_time</source>
        <translation>
            <numerusform>{n} lippu odottaa lähetystä</numerusform>
            <numerusform>{n} lippua odottaa lähetystä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.entries_waiting</source>
        <translation>
            <numerusform>{n} kirjaus odottaa lähetystä</numerusform>
            <numerusform>{n} kirjausta odottaa lähetystä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.refused</source>
        <translation>
            <numerusform>{n} kirjaus vaatii esihenkilön huomiota</numerusform>
            <numerusform>{n} kirjausta vaatii esihenkilön huomiota</numerusform>
        </translation>
    </message>
    <message>
        <source>status.offline_since</source>
        <translation>Ei yhteyttä {time} alkaen. Voit jatkaa lippujen antamista.</translation>
    </message>
    <message>
        <source>status.offline_only</source>
        <translation>Ei yhteyttä {time} alkaen.</translation>
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
            <numerusform>luettelo {n} t</numerusform>
            <numerusform>luettelo {n} t</numerusform>
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
        <translation>Lukija valmis</translation>
    </message>
    <message>
        <source>status.scanner_layout</source>
        <translation>lukijan näppäimistö on eri kuin koneen (F12)</translation>
    </message>
    <message>
        <source>status.clock_ok</source>
        <translation>Kello oikein</translation>
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
            <numerusform>Myös toinen ikkuna on auki</numerusform>
            <numerusform>{n} muuta ikkunaa on auki</numerusform>
        </translation>
    </message>
    <message>
        <source>first_run.title</source>
        <translation>Kassan käyttöönotto</translation>
    </message>
    <message>
        <source>first_run.intro</source>
        <translation>Saat palvelimen osoitteen ja kertakoodin ylläpidolta. Koodi käy yhden kerran.</translation>
    </message>
    <message>
        <source>first_run.hub</source>
        <translation>Palvelimen osoite</translation>
    </message>
    <message>
        <source>first_run.code</source>
        <translation>Kertakoodi</translation>
    </message>
    <message>
        <source>first_run.picture</source>
        <translation>Lue koodi kuvasta</translation>
    </message>
    <message>
        <source>first_run.picture_hint</source>
        <translation>Voit myös näyttää QR-koodin kameralle tai pudottaa sen kuvan tähän.</translation>
    </message>
    <message>
        <source>first_run.drop_hint</source>
        <translation>Voit myös pudottaa QR-koodin kuvan tähän.</translation>
    </message>
    <message>
        <source>first_run.picture_none</source>
        <translation>Kuvassa ei ole käyttöönottokoodia. Kokeile toista kuvaa tai kirjoita koodi.</translation>
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
        <translation>Otetaan yhteyttä palvelimeen…</translation>
    </message>
    <message>
        <source>first_run.fetching</source>
        <translation>Haetaan korttiluetteloa: {done} / {total}</translation>
    </message>
    <message>
        <source>first_run.fetching.without_total</source>
        <translation>Haetaan korttiluetteloa…</translation>
    </message>
    <message>
        <source>first_run.checking</source>
        <translation>Tarkistetaan korttiluettelo…</translation>
    </message>
    <message>
        <source>first_run.retry</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>first_run.pin_intro</source>
        <translation>Valitse esihenkilön PIN-koodi. Sillä avataan esihenkilön sivu.</translation>
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
        <translation>PIN-koodi ei ole oikein. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>pin.locked</source>
        <translation>Monta väärää PIN-koodia. Voit yrittää uudelleen {time}.</translation>
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
        <translation>Esihenkilön PIN-koodia ei ole vielä. Valitse se nyt.</translation>
    </message>
    <message>
        <source>pin.forgotten</source>
        <translation>Unohtuiko PIN-koodi? Pyydä ylläpidolta kertakoodi ja kirjoita se tähän.</translation>
    </message>
    <message>
        <source>pin.reset</source>
        <translation>Kertakoodi on oikein. Valitse uusi PIN-koodi.</translation>
    </message>
    <message>
        <source>manager.quotas</source>
        <translation>Kaikukortti-liput päivittäin</translation>
    </message>
    <message>
        <source>manager.intro</source>
        <translation>Kirjoita, montako lippua päivälle annetaan. Tyhjä tarkoittaa, ettei rajaa ole. 0 tarkoittaa, ettei lippuja anneta. Jos rajoja on monta, kaikissa pitää olla tilaa.</translation>
    </message>
    <message>
        <source>manager.cell</source>
        <translation>{offer}, {date}</translation>
    </message>
    <message>
        <source>manager.whole</source>
        <translation>Koko kohde</translation>
    </message>
    <message>
        <source>manager.whole_venue</source>
        <translation>Koko kohde: {what}</translation>
    </message>
    <message>
        <source>manager.sold_out</source>
        <translation>Loppuunmyyty</translation>
    </message>
    <message>
        <source>manager.not_sold_out</source>
        <translation>Taas jaossa</translation>
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
        <translation>Kassa, jolla ei ole yhteyttä, saa ylittää rajan. Jokainen ylitys merkitään.</translation>
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
        <translation>Yksi lippu kirjataan heti, kun kortti luetaan, jos mitään ei tarvitse kysyä eikä lukea. Koskee tätä kassaa ja koko kohdetta.</translation>
    </message>
    <message>
        <source>manager.at_once_on</source>
        <translation>Tallennettu. Tämä kassa antaa nyt heti.</translation>
    </message>
    <message>
        <source>manager.at_once_off</source>
        <translation>Tallennettu. Tämä kassa antaa taas Enterillä.</translation>
    </message>
    <message>
        <source>manager.no_shows</source>
        <translation>Tälle päivälle ei ole esityksiä.</translation>
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
        <translation>Kohteella ei ole vielä tarjontaa.</translation>
    </message>
    <message>
        <source>manager.saved</source>
        <translation>Tallennettu. Raja on heti voimassa tässä kassassa.</translation>
    </message>
    <message>
        <source>manager.not_saved</source>
        <translation>Muutosta ei tallennettu: entinen on yhä voimassa. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>manager.bad_number</source>
        <translation>Kirjoita kokonaisluku, enintään {most}, tai jätä ruutu tyhjäksi.</translation>
    </message>
    <message>
        <source>manager.lock</source>
        <translation>Lukitse ja palaa kassalle</translation>
    </message>
    <message>
        <source>manager.locked</source>
        <translation>Sivu lukittiin, koska sitä ei käytetty.</translation>
    </message>
    <message>
        <source>settle.title</source>
        <translation>Katsottavaa: {n}</translation>
    </message>
    <message>
        <source>settle.intro</source>
        <translation>Asiakas pitää lippunsa. Nämä ovat tiedoksi: kassa ei voinut tietää näitä, kun lippu annettiin.</translation>
    </message>
    <message>
        <source>settle.none</source>
        <translation>Ei mitään katsottavaa.</translation>
    </message>
    <message>
        <source>settle.next</source>
        <translation>Kirjaus on tallessa tällä koneella. Tukipalvelu auttaa korjaamisessa: kerro sille syy ja kellonaika.</translation>
    </message>
    <message>
        <source>settle.seen</source>
        <translation>Katsottu</translation>
    </message>
    <message>
        <source>settle.agreed</source>
        <translation>Sovittu tukipalvelun kanssa</translation>
    </message>
    <message>
        <source>settle.ours</source>
        <translation>Oma virheemme</translation>
    </message>
    <message>
        <source>settle.corrected</source>
        <translation>Korjattu uudella kirjauksella</translation>
    </message>
    <message>
        <source>settle.anew</source>
        <translation>Lähetä uutena kirjauksena</translation>
    </message>
    <message>
        <source>settle.why</source>
        <translation>Kaikki tarkistukset</translation>
    </message>
    <message>
        <source>settle.less</source>
        <translation>Vähemmän tarkistuksia</translation>
    </message>
    <message>
        <source>settle.here</source>
        <translation>tämä kassa</translation>
    </message>
    <message>
        <source>settle.forked</source>
        <translation>Kassan kirjauksista on kaksi versiota: luultavasti sen tiedostoista on palautettu kopio.</translation>
    </message>
    <message>
        <source>settle.shut_out</source>
        <translation>Lippuja tuli kassalta, joka ei ollut enää käytössä.</translation>
    </message>
    <message>
        <source>settle.paper</source>
        <translation>Lippu annettiin paperilla, kun ohjelma ei ollut käytössä. Sääntöjen mukaan sitä ei olisi annettu. Asiakas pitää lipun.</translation>
    </message>
    <message>
        <source>settle.other</source>
        <translation>Palvelin pyytää katsomaan tätä. Uudempi ohjelma kertoo enemmän.</translation>
    </message>
    <message>
        <source>settle.unread</source>
        <translation>Kirjausta ei voitu lukea.</translation>
    </message>
    <message numerus="yes">
        <source>settle.sides_left</source>
        <translation>
            <numerusform>Ja {n} kirjaus lisää.</numerusform>
            <numerusform>Ja {n} kirjausta lisää.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>settle.left</source>
        <translation>
            <numerusform>{n} tulee näkyviin, kun nämä on kuitattu.</numerusform>
            <numerusform>{n} tulee näkyviin, kun nämä on kuitattu.</numerusform>
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
        <translation>Nyt voimassa on {number}. Muutokset eivät tienneet toisistaan.</translation>
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
        <translation>Kaikuportti tarkistaa Kaikukortin lippukassalla, myös ilman verkkoyhteyttä.</translation>
    </message>
    <message>
        <source>about.version</source>
        <translation>Versio {version}</translation>
    </message>
    <message>
        <source>about.rules</source>
        <translation>Säännöt: {rules}</translation>
    </message>
    <message>
        <source>about.licence</source>
        <translation>Lisenssi: {licence}</translation>
    </message>
    <message>
        <source>about.scheme</source>
        <translation>Kaikukorttia kehittää Kulttuuria kaikille -palvelu (Yhdenvertaisen kulttuurin puolesta ry). Tämä ohjelma ei ole palvelun julkaisema.</translation>
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
        <translation>Sarjaporttilukija</translation>
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
        <translation>Etsitään itsestään</translation>
    </message>
    <message>
        <source>look.system</source>
        <translation>Kuten järjestelmässä</translation>
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
        <translation>Käy kortit läpi ylhäältä alas. Painike lukee kortin niin kuin lukija lukisi. Valitse vasemmalta myös muita tilaisuuksia: viimeiset paikat, täynnä, loppuunmyyty, kurssi, näyttely ja pop-up-etu. Esihenkilön PIN-koodi on harjoituksessa {pin}.</translation>
    </message>
    <message>
        <source>training.offline</source>
        <translation>Harjoittele ilman yhteyttä</translation>
    </message>
    <message numerus="yes">
        <source>training.real</source>
        <translation>
            <numerusform>Tämä on oikea Kaikukortti ({card}). Sitä ei tarkisteta harjoituksessa. Enter lopettaa harjoittelun ja tarkistaa kortin heti. Esc jatkaa harjoittelua.</numerusform>
            <numerusform>Luettiin {n} oikeaa Kaikukorttia, viimeksi {card}. Niitä ei tarkisteta harjoituksessa. Enter lopettaa harjoittelun ja tarkistaa kortit heti. Esc jatkaa harjoittelua.</numerusform>
        </translation>
    </message>
    <message>
        <source>training.card_in_earnest</source>
        <translation>Tämä on harjoituskortti. Ctrl+T aloittaa harjoittelun.</translation>
    </message>
    <message>
        <source>training.customer_first</source>
        <translation>Palvele ensin tämä asiakas. Esc tyhjentää näytön, sitten Ctrl+T aloittaa harjoittelun.</translation>
    </message>
    <message>
        <source>customer.title</source>
        <translation>Asiakkaan näkymä</translation>
    </message>
    <message>
        <source>customer.keys</source>
        <translation>F8 vaihtaa kieltä, F9 tai Esc palaa.</translation>
    </message>
    <message>
        <source>scan_test.intro</source>
        <translation>Lue kortti tai jokin muu koodi. Tällä sivulla ei anneta lippuja, eikä mitään tallenneta.</translation>
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
        <translation>käsilukija näppäimistönä</translation>
    </message>
    <message>
        <source>scan_test.way_typed</source>
        <translation>näppäily</translation>
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
        <translation>kuvatiedosto</translation>
    </message>
    <message>
        <source>scan_test.code</source>
        <translation>Kortti {card}. Merkkejä luettiin {n}.</translation>
    </message>
    <message>
        <source>scan_test.no_code</source>
        <translation>Tämä ei ole Kaikukortin tunnus. Merkkejä luettiin {n}.</translation>
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
        <translation>Koodin laji: lukija ei kerro sitä</translation>
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
        <translation>Kortti luettiin oikein. Lukijan näppäimistö on: {seen}. Koneen näppäimistö on: {typed}. Vaihda lukijan näppäimistöksi {typed}; ohjekirja kertoo, miten.</translation>
    </message>
    <message>
        <source>scan_test.enter_first</source>
        <translation>Lukija lähettää Enterin ennen koodia. Ota se pois lukijan ohjekirjan avulla, sillä Enter antaa lipun.</translation>
    </message>
    <message>
        <source>scan_test.slow</source>
        <translation>Merkit tulivat kuin kirjoittamalla. Jos lukija lähetti ne, lyhennä sen merkkien väliä (inter-character delay) alle 40 ms:iin.</translation>
    </message>
    <message>
        <source>scan_test.again</source>
        <translation>Merkit tulevat perille. Jos tämä oli Kaikukortti, lue se uudelleen.</translation>
    </message>
    <message>
        <source>scan_test.not_yet</source>
        <translation>Merkit tulevat perille. Kaikukortit tunnetaan, kun tämä kassa on liitetty palvelimeen.</translation>
    </message>
    <message>
        <source>scan_test.fine</source>
        <translation>Lukija toimii. Mitään ei tarvitse säätää.</translation>
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
            <numerusform>{n} asia kannattaa hoitaa.</numerusform>
            <numerusform>{n} asiaa kannattaa hoitaa.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.look</source>
        <translation>{seen} Lisätietoja: F12.</translation>
    </message>
    <message>
        <source>preflight.lists</source>
        <translation>Luettelot</translation>
    </message>
    <message>
        <source>preflight.lists_fresh</source>
        <translation>Kortit, määrät ja ohjelma haettu {time}. Lippuja voi antaa {date} asti, vaikka yhteys katkeaisi.</translation>
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
            <numerusform>Kaikuportti on auki myös toisessa ikkunassa. Molemmat toimivat, ja liput ovat yhteiset. Lukija kirjoittaa siihen ikkunaan, joka on edessä.</numerusform>
            <numerusform>Kaikuportti on auki {n} muussa ikkunassa. Kaikki toimivat, ja liput ovat yhteiset. Lukija kirjoittaa siihen ikkunaan, joka on edessä.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.rights</source>
        <translation>Liput</translation>
    </message>
    <message>
        <source>preflight.rights_free</source>
        <translation>Lippuja voi antaa myös ilman yhteyttä.</translation>
    </message>
    <message>
        <source>preflight.rights_away</source>
        <translation>{offer}: tässä kassassa ei ole nyt lippuja. Toisella kassalla voi olla.</translation>
    </message>
    <message>
        <source>preflight.rights_asked</source>
        <translation>{offer}: lippu kysytään palvelimelta, kun asiakas tulee.</translation>
    </message>
    <message>
        <source>preflight.giving</source>
        <translation>Lippujen antaminen</translation>
    </message>
    <message>
        <source>preflight.at_once</source>
        <translation>{what}: yksi lippu kirjataan heti, kun kortti luetaan, jos mitään ei tarvitse kysyä eikä lukea. Muuten paina Enter.</translation>
    </message>
    <message>
        <source>preflight.waiting</source>
        <translation>Lähetys</translation>
    </message>
    <message>
        <source>preflight.waiting_safe</source>
        <translation>{seen}. Kirjaukset ovat tallessa ja lähtevät itsestään.</translation>
    </message>
    <message numerus="yes">
        <source>preflight.refused</source>
        <translation>
            <numerusform>{n} kirjaus vaatii esihenkilön huomiota (F10, F7). Asiakas saa pitää lippunsa.</numerusform>
            <numerusform>{n} kirjausta vaatii esihenkilön huomiota (F10, F7). Asiakkaat saavat pitää lippunsa.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.scanner</source>
        <translation>Lukija</translation>
    </message>
    <message>
        <source>preflight.scanner_untried</source>
        <translation>Kokeile lukemalla jokin koodi tällä sivulla.</translation>
    </message>
    <message>
        <source>preflight.scanner_reads</source>
        <translation>Lukija toimii: se on lukenut koodin.</translation>
    </message>
    <message>
        <source>preflight.scanner_layout</source>
        <translation>Lukija toimii, mutta sen näppäimistö on eri kuin koneen. Lue koodi tällä sivulla: näet, mitä lukijaan valitaan.</translation>
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
        <translation>Koneen kello näyttää väärää aikaa. Aseta se oikein. Kun yhteys toimii, aika korjautuu itsestään.</translation>
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
        <translation>Levyllä on tilaa enää {n} Mt. Lippuja voi antaa, mutta uusi korttiluettelo ei ehkä mahdu. Poista turhia tiedostoja tai pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>preflight.disk_full</source>
        <translation>Levy on täynnä: tilaa on {n} Mt. Kirjaus ei ehkä tallennu. Poista heti turhia tiedostoja tai pyydä apua tuesta.</translation>
    </message>
    <message>
        <source>preflight.keys</source>
        <translation>Salaus</translation>
    </message>
    <message>
        <source>preflight.keys_ring</source>
        <translation>Tiedot on salattu. Avain on koneen avainnipussa.</translation>
    </message>
    <message>
        <source>preflight.keys_phrase</source>
        <translation>Tiedot on salattu. Avain aukeaa tunnuslauseella.</translation>
    </message>
    <message>
        <source>preflight.keys_file</source>
        <translation>Tiedot on salattu, mutta avain on tiedostona samassa kansiossa. Se suojaa vain vähän.</translation>
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
        <translation>Kirjaa painamalla Enter.</translation>
    </message>
    <message>
        <source>give.seen_hint</source>
        <translation>Katso, että asiakkaalla on kortti. Kirjaa painamalla Enter.</translation>
    </message>
    <message>
        <source>verdict.course_from</source>
        <translation>Seuraava kurssi {date} alkaen.</translation>
    </message>
    <message>
        <source>at_once.ready</source>
        <translation>Yksi lippu kirjataan heti, kun kortti luetaan. Enteriä ei tarvita.</translation>
    </message>
    <message>
        <source>at_once.given</source>
        <translation>Kirjattiin heti, ilman Enteriä.</translation>
    </message>
    <message>
        <source>give.undo_hint</source>
        <translation>Seuraavan kortin voi lukea heti. Kumoa: Ctrl+Z.</translation>
    </message>
    <message numerus="yes">
        <source>queue.waiting</source>
        <translation>
            <numerusform>{n} kortti odottaa vuoroaan.</numerusform>
            <numerusform>{n} korttia odottaa vuoroaan.</numerusform>
        </translation>
    </message>
    <message>
        <source>queue.nothing</source>
        <translation>Edelliselle kortille {card} ei annettu lippua.</translation>
    </message>
    <message numerus="yes">
        <source>queue.given</source>
        <translation>
            <numerusform>Edelliselle kortille {card} annettiin {n} lippu.</numerusform>
            <numerusform>Edelliselle kortille {card} annettiin {n} lippua.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>provisional.tickets</source>
        <translation>
            <numerusform>Katso kortista viimeinen voimassaolopäivä. Jos se ei ole ohi, anna {n} lippu.</numerusform>
            <numerusform>Katso kortista viimeinen voimassaolopäivä. Jos se ei ole ohi, anna {n} lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>provisional.place</source>
        <translation>Katso kortista viimeinen voimassaolopäivä. Jos se ei ole ohi, voit jatkaa.</translation>
    </message>
    <message>
        <source>change.word</source>
        <translation>Liput muuttuvat</translation>
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
            <numerusform>Ei muutosta. Kortilla on {n} lippu.</numerusform>
            <numerusform>Ei muutosta. Kortilla on {n} lippua.</numerusform>
        </translation>
    </message>
    <message>
        <source>change.hint</source>
        <translation>Jos lasten määrä muuttuu, paina + tai −.</translation>
    </message>
    <message>
        <source>undo.late_hint</source>
        <translation>Esihenkilö voi ottaa liput takaisin: F6.</translation>
    </message>
    <message>
        <source>undo.pin_hint</source>
        <translation>Esihenkilön PIN-koodi: F6.</translation>
    </message>
    <message>
        <source>undo.manager</source>
        <translation>Vain esihenkilö voi muuttaa aiempana päivänä annettuja lippuja.</translation>
    </message>
    <message>
        <source>undo.manager_card</source>
        <translation>Vain esihenkilö voi enää perua tämän: lue kortti ja paina F6.</translation>
    </message>
    <message>
        <source>undo.nothing</source>
        <translation>Tänään ei ole lippuja, joita voisi perua.</translation>
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
        <translation>Vain katselu: lippuja ei anneta.</translation>
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
        <translation>Esihenkilön luvalla…</translation>
    </message>
    <message>
        <source>lift.why</source>
        <translation>Tämä sallitaan: {what}. Mikä on syy?</translation>
    </message>
    <message>
        <source>lift.or_back</source>
        <translation>Jo annetut liput voi myös ottaa takaisin.</translation>
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
            <numerusform>ylitys {n}</numerusform>
            <numerusform>ylitys {n}</numerusform>
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
            <numerusform>muilla kassoilla {n} (tieto {time})</numerusform>
            <numerusform>muilla kassoilla {n} (tieto {time})</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.in_force</source>
        <translation>voimassa {n}/{k} kassassa</translation>
    </message>
    <message numerus="yes">
        <source>manager.asked</source>
        <translation>
            <numerusform>{n} kysyi eikä saanut</numerusform>
            <numerusform>{n} kysyi eikä saanut</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.on_its_way</source>
        <translation>matkalla</translation>
    </message>
    <message>
        <source>opening.busy</source>
        <translation>Kassaa avataan…</translation>
    </message>
    <message>
        <source>opening.passphrase</source>
        <translation>Kassan tunnuslause</translation>
    </message>
    <message>
        <source>first_run.stopped</source>
        <translation>Korttiluettelo ei ole vielä täällä. Voit jatkaa hakemista; jo haettua ei haeta uudelleen.</translation>
    </message>
    <message>
        <source>status.connecting</source>
        <translation>Yhdistetään…</translation>
    </message>
    <message>
        <source>first_run.unreachable</source>
        <translation>Palvelimeen ei saada yhteyttä. Tarkista osoite ja verkko, ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>first_run.code_refused</source>
        <translation>Koodi ei kelpaa. Tarkista merkit tai pyydä ylläpidolta uusi koodi.</translation>
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
        <translation>Lue kortti milloin vain, missä kohtaa ikkunaa oletkin.</translation>
    </message>
    <message>
        <source>give</source>
        <translation>Enter antaa liput.</translation>
    </message>
    <message>
        <source>go_on</source>
        <translation>Antamisen jälkeen Enter jatkaa seuraavaan asiakkaaseen. Uuden kortin voi lukea heti.</translation>
    </message>
    <message>
        <source>at_once</source>
        <translation>Esihenkilö voi valita, että kassa antaa heti: yksi lippu kirjataan ilman Enteriä, jos mitään ei tarvitse kysyä eikä lukea. Ctrl+Z kumoaa.</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Kortti, joka luetaan toista korttia haettaessa, odottaa vuoroaan. Saman kortin lukeminen uudelleen ei muuta mitään.</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>Esc tyhjentää näytön. Mitään ei kirjata.</translation>
    </message>
    <message>
        <source>why</source>
        <translation>F1 kertoo, miten tulokseen päädyttiin.</translation>
    </message>
    <message>
        <source>children</source>
        <translation>+ ja − muuttavat lasten määrää. A lisää avustajan tai tulkin.</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Jos kortilla on jo liput, + ja − lisäävät tai poistavat lasten lippuja. Enter kirjaa muutoksen.</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Yhteisön kortti aloittaa ryhmän. Lue sitten ryhmäläisten omat kortit.</translation>
    </message>
    <message>
        <source>bringer</source>
        <translation>E vaihtaa, kuka ryhmän tuo: työntekijä, opiskelija vai vapaaehtoinen. Tieto menee vain tilastoon.</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>G lisää ryhmään lapsen, jolla ei voi vielä olla omaa korttia, jos säännöt sallivat sen.</translation>
    </message>
    <message>
        <source>bookings</source>
        <translation>R tekee varauksen kortille, joka on näytöllä. Ctrl+R näyttää esityksen varaukset.</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Väärin mennyt kirjaus kumotaan annettujen lippujen luettelosta samana päivänä.</translation>
    </message>
    <message>
        <source>undo_late</source>
        <translation>Aiempana päivänä annetut liput ottaa takaisin esihenkilö: lue kortti, paina F6, PIN-koodi ja 5.</translation>
    </message>
    <message>
        <source>look_only</source>
        <translation>Ctrl+N: vain katselu. Kortit tarkistetaan, mutta lippuja ei anneta. Uudelleen Ctrl+N palaa tavalliseen.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Lue suuri lause. Se kertoo, mitä tehdä.</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>Jos tietokone ei toimi, kirjoita kortit paperilomakkeelle ja anna liput. Kirjaa rivit myöhemmin: Ctrl+E.</translation>
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
        <translation>tyhjentää näytön, takaisin</translation>
    </message>
    <message>
        <source>key.children</source>
        <translation>lapsi lisää, lapsi vähemmän</translation>
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
        <translation>seuraava päivä, edellinen, muu päivä</translation>
    </message>
    <message>
        <source>key.events</source>
        <translation>tilaisuudet</translation>
    </message>
    <message>
        <source>key.book</source>
        <translation>varaa lipun, ei anna vielä</translation>
    </message>
    <message>
        <source>key.bookings</source>
        <translation>tilaisuuden varaukset</translation>
    </message>
    <message>
        <source>key.code</source>
        <translation>näppäile kortin tunnus</translation>
    </message>
    <message>
        <source>key.given</source>
        <translation>annetut liput</translation>
    </message>
    <message>
        <source>key.allow</source>
        <translation>esihenkilö sallii</translation>
    </message>
    <message>
        <source>key.undo</source>
        <translation>kumoa viimeisin; Delete valitun rivin</translation>
    </message>
    <message>
        <source>key.picture</source>
        <translation>avaa kuva kortista</translation>
    </message>
    <message>
        <source>key.group</source>
        <translation>ryhmä: kuka tuo, lapsi lisää, viimeinen pois</translation>
    </message>
    <message>
        <source>key.look_only</source>
        <translation>vain katselu: lippuja ei anneta</translation>
    </message>
    <message>
        <source>key.paper</source>
        <translation>kirjaa paperilta</translation>
    </message>
    <message>
        <source>key.print</source>
        <translation>tämä ohje tulostettavaksi</translation>
    </message>
    <message>
        <source>key.customer</source>
        <translation>asiakkaan näkymä; Shift: hänen kielensä</translation>
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
        <translation>seuraava kohta; välilyönti painaa</translation>
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
        <translation>numerot: koodi tai asian ratkaisu</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Jos yhteys katkeaa, jatka tavalliseen tapaan. Kirjaukset lähetetään itsestään.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Ctrl+T aloittaa harjoittelun omilla harjoituskorteilla. Mitään ei kirjata.</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>F9 näyttää asiakkaalle suuren, selkeän lauseen hänen kielellään.</translation>
    </message>
    <message>
        <source>training_cards</source>
        <translation>näyttää harjoituskortit ja mitä kukin opettaa</translation>
    </message>
    <message>
        <source>training_end</source>
        <translation>palaa oikeaan kassaan</translation>
    </message>
    <message>
        <source>manners</source>
        <translation>Kohtele jokaista asiakasta samoin. Kortti on ainoa, mitä tarvitaan.</translation>
    </message>
</context>
</TS>
