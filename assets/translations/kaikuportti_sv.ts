<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_FI" sourcelanguage="en_GB">
<context>
    <name>verdict</name>
    <message>
        <source>A01</source>
        <translation>Kortet är giltigt. Ge biljetten.</translation>
    </message>
    <message numerus="yes">
        <source>A02</source>
        <translation>
            <numerusform>Kortet är giltigt. Ge en biljett och {n} barnbiljett.</numerusform>
            <numerusform>Kortet är giltigt. Ge en biljett och {n} barnbiljetter.</numerusform>
        </translation>
    </message>
    <message>
        <source>A03</source>
        <translation>Kortet är giltigt. Kursplatsen kan ges.</translation>
    </message>
    <message numerus="yes">
        <source>A04</source>
        <translation>
            <numerusform>Organisationens Kaikukort godkänt: 1 biljett till representanten, {n} till kortinnehavaren.</numerusform>
            <numerusform>Organisationens Kaikukort godkänt: 1 biljett till representanten, {n} till kortinnehavarna.</numerusform>
        </translation>
    </message>
    <message>
        <source>A05</source>
        <translation>Pop up-förmån: {benefit}. Registrera besöket.</translation>
    </message>
    <message>
        <source>A05.without_benefit</source>
        <translation>Pop up-förmån. Registrera besöket.</translation>
    </message>
    <message numerus="yes">
        <source>A06</source>
        <translation>
            <numerusform>Bokningen hittades: {n} biljett. Ge biljetten.</numerusform>
            <numerusform>Bokningen hittades: {n} biljetter. Ge biljetterna.</numerusform>
        </translation>
    </message>
    <message>
        <source>A07</source>
        <translation>Dessutom en gratisbiljett till assistent eller tolk.</translation>
    </message>
    <message>
        <source>A08</source>
        <translation>Bokningen är gjord. Hämtas senast {time}.</translation>
    </message>
    <message>
        <source>A09</source>
        <translation>Registreringen ångrad. Biljetten är tillbaka i kvoten.</translation>
    </message>
    <message>
        <source>A10</source>
        <translation>Övningsläge: inget registreras.</translation>
    </message>
    <message>
        <source>W01</source>
        <translation>Ingen förbindelse. Kontrollerat mot listan från {time}. Registreringen skickas senare.</translation>
    </message>
    <message numerus="yes">
        <source>W02</source>
        <translation>
            <numerusform>Kortlistan är {n} dag gammal. Kontrollera också sista giltighetsdag på kortet.</numerusform>
            <numerusform>Kortlistan är {n} dagar gammal. Kontrollera också sista giltighetsdag på kortet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W02.of_quotas</source>
        <translation>
            <numerusform>Biljettantalen är {n} dag gamla. Andra kassor kan ha gett biljetter sedan dess.</numerusform>
            <numerusform>Biljettantalen är {n} dagar gamla. Andra kassor kan ha gett biljetter sedan dess.</numerusform>
        </translation>
    </message>
    <message>
        <source>W02.of_quotas.without_n</source>
        <translation>Biljettantalen har ännu inte hämtats helt. Andra kassor kan ha gett biljetter.</translation>
    </message>
    <message numerus="yes">
        <source>W02.of_rules</source>
        <translation>
            <numerusform>Programmet är {n} dag gammalt. Det kan ha ändrats.</numerusform>
            <numerusform>Programmet är {n} dagar gammalt. Det kan ha ändrats.</numerusform>
        </translation>
    </message>
    <message>
        <source>W03</source>
        <translation>Kortet gäller till {date}. Berätta att kortet kan förnyas där man fick det.</translation>
    </message>
    <message>
        <source>W04</source>
        <translation>Kortet upphör före evenemanget ({date}). Biljetten kan ges nu.</translation>
    </message>
    <message numerus="yes">
        <source>W05</source>
        <translation>
            <numerusform>Registret anger {k} barn, {n} begärs. Följ registret eller fråga chefen.</numerusform>
            <numerusform>Registret anger {k} barn, {n} begärs. Följ registret eller fråga chefen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W05.at_limit</source>
        <translation>
            <numerusform>Registret anger {k} barn, {n} begärs. För fler behövs chefen.</numerusform>
            <numerusform>Registret anger {k} barn, {n} begärs. För fler behövs chefen.</numerusform>
        </translation>
    </message>
    <message>
        <source>W05.without_k</source>
        <translation>Registret anger inte antalet barn, {n} begärs. Du kan ge biljetterna. Fråga vid behov chefen.</translation>
    </message>
    <message>
        <source>W06</source>
        <translation>{n} kvar av kvoten.</translation>
    </message>
    <message>
        <source>W07</source>
        <translation>Ingen förbindelse: en annan kassa kan ha gett biljetter ur samma kvot.</translation>
    </message>
    <message>
        <source>W08</source>
        <translation>Kortet finns inte i den gamla listan. Om datumet på kortet gäller kan du ge biljetten. Kontrolleras senare.</translation>
    </message>
    <message>
        <source>W09</source>
        <translation>Du kan be om legitimation. Inga uppgifter sparas.</translation>
    </message>
    <message>
        <source>W10</source>
        <translation>Samma kort lästes nyss. Ingen ny registrering.</translation>
    </message>
    <message>
        <source>R01</source>
        <translation>Koden kunde inte läsas. Läs på nytt eller skriv in koden.</translation>
    </message>
    <message>
        <source>R02</source>
        <translation>Koden har fel format. Kontrollera tecknen på kortet.</translation>
    </message>
    <message>
        <source>R03</source>
        <translation>Detta är inte ett Kaikukort.</translation>
    </message>
    <message>
        <source>R10</source>
        <translation>Kortet hittas inte. Det är kanske inte registrerat ännu. Kunden kan fråga där kortet gavs.</translation>
    </message>
    <message>
        <source>R11</source>
        <translation>Kortet gäller först från {date}.</translation>
    </message>
    <message>
        <source>R12</source>
        <translation>Kortets giltighet upphörde {date}. Det förnyas där man fick det.</translation>
    </message>
    <message>
        <source>R13</source>
        <translation>Kortet är spärrat. Kunden kan fråga där kortet gavs.</translation>
    </message>
    <message>
        <source>R14</source>
        <translation>Kortet har ersatts av ett nytt. Be att få se det nya.</translation>
    </message>
    <message>
        <source>R15</source>
        <translation>Kaikukortsförsöket i kortets område upphörde {date}.</translation>
    </message>
    <message>
        <source>R16</source>
        <translation>Kaikukortsverksamheten i kortets område börjar {date}.</translation>
    </message>
    <message>
        <source>R20</source>
        <translation>Kortet gäller bara i det egna området ({area}).</translation>
    </message>
    <message>
        <source>R21</source>
        <translation>Utbudet gäller bara kort som getts i {area}.</translation>
    </message>
    <message>
        <source>R22</source>
        <translation>Besöksmålet hör inte till Kaikukortsnätverket denna dag.</translation>
    </message>
    <message>
        <source>R23</source>
        <translation>Pop up-förmånen gäller inte ({from}–{to}).</translation>
    </message>
    <message>
        <source>R23.without_from</source>
        <translation>Pop up-förmånen gällde till {to}.</translation>
    </message>
    <message>
        <source>R23.without_to</source>
        <translation>Pop up-förmånen gäller från {from}.</translation>
    </message>
    <message>
        <source>R23.without_from_to</source>
        <translation>Pop up-förmånen gäller inte.</translation>
    </message>
    <message>
        <source>R24</source>
        <translation>Kaikukortet gäller inte för detta evenemang.</translation>
    </message>
    <message>
        <source>R25</source>
        <translation>Kaikukortsbiljetter fås från {time}.</translation>
    </message>
    <message>
        <source>R26</source>
        <translation>Evenemanget eller bokningstiden har upphört.</translation>
    </message>
    <message>
        <source>R27</source>
        <translation>Evenemanget är inställt.</translation>
    </message>
    <message>
        <source>R28</source>
        <translation>Kortet har ingen bokning till evenemanget. Du kan ge en biljett om det finns kvar.</translation>
    </message>
    <message>
        <source>R29</source>
        <translation>Bokningen har släppts eftersom den inte hämtades senast {time}.</translation>
    </message>
    <message>
        <source>R30</source>
        <translation>Kaikukortsbiljetterna för den här dagen är slut. Föreslå en annan dag: {suggestion}.</translation>
    </message>
    <message>
        <source>R30.without_suggestion</source>
        <translation>Kaikukortsbiljetterna för den här dagen är slut. Föreslå en annan dag.</translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left</source>
        <translation>
            <numerusform>Av Kaikukortsbiljetterna för den här dagen är bara {n} kvar. Ge färre biljetter eller föreslå en annan dag: {suggestion}.</numerusform>
            <numerusform>Av Kaikukortsbiljetterna för den här dagen är bara {n} kvar. Ge färre biljetter eller föreslå en annan dag: {suggestion}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left.without_suggestion</source>
        <translation>
            <numerusform>Av Kaikukortsbiljetterna för den här dagen är bara {n} kvar. Ge färre biljetter eller föreslå en annan dag.</numerusform>
            <numerusform>Av Kaikukortsbiljetterna för den här dagen är bara {n} kvar. Ge färre biljetter eller föreslå en annan dag.</numerusform>
        </translation>
    </message>
    <message>
        <source>R31</source>
        <translation>Evenemanget är slutsålt.</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>Kortet har redan en biljett till detta evenemang ({time}).</translation>
    </message>
    <message>
        <source>R32.without_time</source>
        <translation>Kortet har redan en biljett till detta evenemang.</translation>
    </message>
    <message numerus="yes">
        <source>R33</source>
        <translation>
            <numerusform>Besöksmålets gräns är nådd: {n} biljett / {period}. Nästa från {date}.</numerusform>
            <numerusform>Besöksmålets gräns är nådd: {n} biljetter / {period}. Nästa från {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R33.without_date</source>
        <translation>
            <numerusform>Besöksmålets gräns är nådd: {n} biljett / {period}.</numerusform>
            <numerusform>Besöksmålets gräns är nådd: {n} biljetter / {period}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R34</source>
        <translation>
            <numerusform>Högst {n} barnbiljett kan ges.</numerusform>
            <numerusform>Högst {n} barnbiljetter kan ges.</numerusform>
        </translation>
    </message>
    <message>
        <source>R34.zero</source>
        <translation>Barnbiljetter kan inte ges den här gången.</translation>
    </message>
    <message>
        <source>R35</source>
        <translation>Barnplatser till kurser ges inte med Kaikukortet.</translation>
    </message>
    <message>
        <source>R36</source>
        <translation>Barnbiljett ges bara när kortinnehavaren deltar i samma evenemang.</translation>
    </message>
    <message>
        <source>R37</source>
        <translation>Barnbiljetten är för barn under {age} år.</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>Den här kassans andel är slut och förbindelse saknas. En annan kassa kan ha biljetter.</translation>
    </message>
    <message numerus="yes">
        <source>R40</source>
        <translation>
            <numerusform>Kursgränsen är nådd: {n} / {period}.</numerusform>
            <numerusform>Kursgränsen är nådd: {n} / {period}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R40.without_date</source>
        <translation>
            <numerusform>Kursgränsen är nådd: {n} / {period}.</numerusform>
            <numerusform>Kursgränsen är nådd: {n} / {period}.</numerusform>
        </translation>
    </message>
    <message>
        <source>R41</source>
        <translation>Kursen är full. Kunden kan ställa sig i kö.</translation>
    </message>
    <message>
        <source>R42</source>
        <translation>Anmälan är inte öppen.</translation>
    </message>
    <message>
        <source>R50</source>
        <translation>Organisationens kort kräver minst ett personligt Kaikukort. Läs gruppens kort.</translation>
    </message>
    <message>
        <source>R51</source>
        <translation>Organisationens kort ger inte kursplats.</translation>
    </message>
    <message>
        <source>R52</source>
        <translation>Representantens biljett till detta evenemang har redan getts med detta kort.</translation>
    </message>
    <message>
        <source>R53</source>
        <translation>Gruppens kort nr {i} gäller inte: {reason}. Fortsätt utan det eller avbryt.</translation>
    </message>
    <message>
        <source>R53.without_reason</source>
        <translation>Gruppens kort nr {i} gäller inte. Fortsätt utan det eller avbryt.</translation>
    </message>
    <message>
        <source>R54</source>
        <translation>Organisationens kort är inte giltigt.</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>Datorns klocka går fel. Ställ klockan före registrering.</translation>
    </message>
    <message>
        <source>R61</source>
        <translation>Kortlistan saknas. Hämta listan eller använd pappersblanketten.</translation>
    </message>
    <message>
        <source>R62</source>
        <translation>Du har inte behörighet till denna funktion.</translation>
    </message>
    <message>
        <source>R63</source>
        <translation>Registreringen sparades inte. Ge inte biljetten ännu – försök igen.</translation>
    </message>
    <message numerus="yes">
        <source>R64</source>
        <translation>
            <numerusform>Kortlistan är {n} dag gammal. Hämta listan, kalla på chefen eller använd pappersblanketten.</numerusform>
            <numerusform>Kortlistan är {n} dagar gammal. Hämta listan, kalla på chefen eller använd pappersblanketten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R64.of_quotas</source>
        <translation>
            <numerusform>Biljettantalen är {n} dag gamla. Hämta dem, kalla på chefen eller använd pappersblanketten.</numerusform>
            <numerusform>Biljettantalen är {n} dagar gamla. Hämta dem, kalla på chefen eller använd pappersblanketten.</numerusform>
        </translation>
    </message>
    <message>
        <source>R64.of_quotas.without_n</source>
        <translation>Biljettantalen har ännu inte hämtats. Hämta dem, kalla på chefen eller använd pappersblanketten.</translation>
    </message>
    <message numerus="yes">
        <source>R64.of_rules</source>
        <translation>
            <numerusform>Programmet är {n} dag gammalt. Hämta ett nytt, kalla på chefen eller använd pappersblanketten.</numerusform>
            <numerusform>Programmet är {n} dagar gammalt. Hämta ett nytt, kalla på chefen eller använd pappersblanketten.</numerusform>
        </translation>
    </message>
    <message>
        <source>R70</source>
        <translation>Registreringen kan inte längre ångras här. Kontakta stödet.</translation>
    </message>
    <message>
        <source>S01</source>
        <translation>Samma kort registrerades också i en annan kassa.</translation>
    </message>
    <message>
        <source>S02</source>
        <translation>Kortet var spärrat före registreringen.</translation>
    </message>
    <message numerus="yes">
        <source>S03</source>
        <translation>
            <numerusform>Kvoten överskreds med {n} biljett under avbrottet.</numerusform>
            <numerusform>Kvoten överskreds med {n} biljetter under avbrottet.</numerusform>
        </translation>
    </message>
    <message>
        <source>S03.without_n</source>
        <translation>Kvoten överskreds under avbrottet.</translation>
    </message>
    <message>
        <source>S04</source>
        <translation>Det villkorligt godkända kortet fanns inte i registret.</translation>
    </message>
    <message>
        <source>S05</source>
        <translation>Redan mottagen (ingen åtgärd).</translation>
    </message>
    <message>
        <source>S06</source>
        <translation>Servern godkände inte registreringen: {reason}. Rätta och skicka.</translation>
    </message>
    <message>
        <source>S06.without_reason</source>
        <translation>Servern godkände inte registreringen. Rätta och skicka.</translation>
    </message>
</context>
<context>
    <name>customer</name>
    <message>
        <source>A01</source>
        <translation>Ditt kort gäller. Du får en biljett.</translation>
    </message>
    <message numerus="yes">
        <source>A02</source>
        <translation>
            <numerusform>Du får en biljett. Också {n} barn får en biljett.</numerusform>
            <numerusform>Du får en biljett. Också {n} barn får biljetter.</numerusform>
        </translation>
    </message>
    <message>
        <source>A03</source>
        <translation>Du får en plats på kursen. Den är avgiftsfri för dig.</translation>
    </message>
    <message numerus="yes">
        <source>A04</source>
        <translation>
            <numerusform>Ledaren får en biljett. Gruppen får {n} biljett.</numerusform>
            <numerusform>Ledaren får en biljett. Gruppen får {n} biljetter.</numerusform>
        </translation>
    </message>
    <message>
        <source>A05</source>
        <translation>Du får den här förmånen: {benefit}.</translation>
    </message>
    <message>
        <source>A05.without_benefit</source>
        <translation>Du får förmånen.</translation>
    </message>
    <message numerus="yes">
        <source>A06</source>
        <translation>
            <numerusform>Din bokning hittades. Du får {n} biljett.</numerusform>
            <numerusform>Din bokning hittades. Du får {n} biljetter.</numerusform>
        </translation>
    </message>
    <message>
        <source>A07</source>
        <translation>Också din assistent eller tolk får en biljett.</translation>
    </message>
    <message>
        <source>A08</source>
        <translation>En biljett är bokad åt dig. Hämta den senast {time}.</translation>
    </message>
    <message>
        <source>can_book</source>
        <translation>Du kan boka en biljett. Hämta den senast {time}.</translation>
    </message>
    <message>
        <source>A09</source>
        <translation>Din biljett är avbokad.</translation>
    </message>
    <message>
        <source>W03</source>
        <translation>Ditt kort gäller till {date}. Ett nytt får du där du fick det här.</translation>
    </message>
    <message>
        <source>W04</source>
        <translation>Ditt kort upphör {date}, före evenemanget. Biljetten får du redan nu.</translation>
    </message>
    <message numerus="yes">
        <source>W05</source>
        <translation>
            <numerusform>Med ditt kort får {k} barn en biljett.</numerusform>
            <numerusform>Med ditt kort får {k} barn biljetter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>W05.without_k</source>
        <translation>
            <numerusform>Du får en biljett för {n} barn.</numerusform>
            <numerusform>Du får biljetter för {n} barn.</numerusform>
        </translation>
    </message>
    <message>
        <source>W08</source>
        <translation>Du får en biljett. Vi kontrollerar kortet senare.</translation>
    </message>
    <message>
        <source>W09</source>
        <translation>Kan du visa legitimation? Inga uppgifter sparas.</translation>
    </message>
    <message>
        <source>R01</source>
        <translation>Kortet lästes inte. Vi försöker igen.</translation>
    </message>
    <message>
        <source>R02</source>
        <translation>Koden blev fel. Jag skriver in den igen.</translation>
    </message>
    <message>
        <source>R03</source>
        <translation>Det här är ett annat kort. Har du ett Kaikukort?</translation>
    </message>
    <message>
        <source>R10</source>
        <translation>Ditt kort fungerar inte ännu. Du kan fråga där du fick kortet.</translation>
    </message>
    <message>
        <source>R11</source>
        <translation>Ditt kort gäller från {date}.</translation>
    </message>
    <message>
        <source>R12</source>
        <translation>Ditt korts giltighet har upphört. Ett nytt får du där du fick det här.</translation>
    </message>
    <message>
        <source>R13</source>
        <translation>Det här kortet är inte i bruk. Du kan fråga där du fick kortet.</translation>
    </message>
    <message>
        <source>R14</source>
        <translation>Du har ett nytt kort. Visa gärna det.</translation>
    </message>
    <message>
        <source>R15</source>
        <translation>Kaikukortsförsöket är slut. Kortet gäller inte längre.</translation>
    </message>
    <message>
        <source>R16</source>
        <translation>Ditt kort gäller från {date}.</translation>
    </message>
    <message>
        <source>R20</source>
        <translation>Ditt kort gäller i området {area}.</translation>
    </message>
    <message>
        <source>R21</source>
        <translation>Här gäller kort från området {area}.</translation>
    </message>
    <message>
        <source>R22</source>
        <translation>Kaikukortet används inte här.</translation>
    </message>
    <message>
        <source>R23</source>
        <translation>Förmånen gäller inte nu.</translation>
    </message>
    <message>
        <source>R24</source>
        <translation>Till det här evenemanget får man ingen biljett med Kaikukortet.</translation>
    </message>
    <message>
        <source>R25</source>
        <translation>Biljetter fås från {time}.</translation>
    </message>
    <message>
        <source>R26</source>
        <translation>Evenemanget är redan slut.</translation>
    </message>
    <message>
        <source>R27</source>
        <translation>Evenemanget är inställt.</translation>
    </message>
    <message>
        <source>R28</source>
        <translation>Det finns ingen bokning. Vi ser efter om det finns biljetter kvar.</translation>
    </message>
    <message>
        <source>R29</source>
        <translation>Bokningstiden har gått ut. Vi ser efter om det finns biljetter kvar.</translation>
    </message>
    <message>
        <source>R30</source>
        <translation>Biljetterna för den här dagen är slut. Du kan komma en annan dag.</translation>
    </message>
    <message numerus="yes">
        <source>R30.some_left</source>
        <translation>
            <numerusform>Det finns bara {n} biljett kvar. Du kan också komma en annan dag.</numerusform>
            <numerusform>Det finns bara {n} biljetter kvar. Du kan också komma en annan dag.</numerusform>
        </translation>
    </message>
    <message>
        <source>R31</source>
        <translation>Alla biljetter är slut.</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>Du har redan en biljett till det här evenemanget.</translation>
    </message>
    <message numerus="yes">
        <source>R33</source>
        <translation>
            <numerusform>Du har redan fått {n} biljett. En ny får du från {date}.</numerusform>
            <numerusform>Du har redan fått {n} biljetter. En ny får du från {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R33.without_date</source>
        <translation>
            <numerusform>Du har redan fått {n} biljett.</numerusform>
            <numerusform>Du har redan fått {n} biljetter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R34</source>
        <translation>
            <numerusform>Du får högst {n} barnbiljett.</numerusform>
            <numerusform>Du får högst {n} barnbiljetter.</numerusform>
        </translation>
    </message>
    <message>
        <source>R34.zero</source>
        <translation>Barnbiljetter fås inte den här gången.</translation>
    </message>
    <message>
        <source>R35</source>
        <translation>Kursen är för dig. Där finns inga platser för barn.</translation>
    </message>
    <message>
        <source>R36</source>
        <translation>Barnet får en biljett när du själv kommer med.</translation>
    </message>
    <message>
        <source>R37</source>
        <translation>Barnbiljetten är för barn under {age} år.</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>Den här kassan har inga biljetter just nu. Vi frågar en annan kassa.</translation>
    </message>
    <message numerus="yes">
        <source>R40</source>
        <translation>
            <numerusform>Du har redan {n} kurs. En ny kan du ta från {date}.</numerusform>
            <numerusform>Du har redan {n} kurser. En ny kan du ta från {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>R40.without_date</source>
        <translation>
            <numerusform>Du har redan {n} kurs.</numerusform>
            <numerusform>Du har redan {n} kurser.</numerusform>
        </translation>
    </message>
    <message>
        <source>R41</source>
        <translation>Kursen är full. Du kan ställa dig i kö.</translation>
    </message>
    <message>
        <source>R42</source>
        <translation>Det går inte att anmäla sig till kursen nu.</translation>
    </message>
    <message>
        <source>R50</source>
        <translation>Var och en i gruppen visar sitt eget Kaikukort.</translation>
    </message>
    <message>
        <source>R51</source>
        <translation>Kursplatsen får man med ett eget Kaikukort.</translation>
    </message>
    <message>
        <source>R52</source>
        <translation>Ledaren har redan fått sin biljett.</translation>
    </message>
    <message>
        <source>R53</source>
        <translation>Ett av gruppens kort gäller inte den här gången.</translation>
    </message>
    <message>
        <source>R54</source>
        <translation>Det här kortet gäller inte.</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>Vänta ett ögonblick.</translation>
    </message>
    <message>
        <source>R61</source>
        <translation>Programmet fungerar inte just nu. Vi antecknar ditt kort på papper.</translation>
    </message>
    <message>
        <source>R63</source>
        <translation>Vänta ett ögonblick.</translation>
    </message>
    <message>
        <source>R64</source>
        <translation>Vänta ett ögonblick. Jag ber om hjälp.</translation>
    </message>
    <message>
        <source>R70</source>
        <translation>Biljetten kan inte längre avbokas här.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>Välkommen.</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>Ett ögonblick, jag kontrollerar kortet.</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Vänta ett ögonblick.</translation>
    </message>
    <message>
        <source>given</source>
        <translation>Varsågod.</translation>
    </message>
</context>
<context>
    <name>word</name>
    <message numerus="yes">
        <source>give</source>
        <translation>
            <numerusform>Ge biljetten</numerusform>
            <numerusform>Ge biljetterna</numerusform>
        </translation>
    </message>
    <message>
        <source>give_place</source>
        <translation>Ge kursplatsen</translation>
    </message>
    <message>
        <source>record_visit</source>
        <translation>Registrera besöket</translation>
    </message>
    <message numerus="yes">
        <source>hand_over</source>
        <translation>
            <numerusform>Lämna ut biljetten</numerusform>
            <numerusform>Lämna ut biljetterna</numerusform>
        </translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>Bokat</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Övning</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Obs</translation>
    </message>
    <message>
        <source>read_again</source>
        <translation>Läs på nytt</translation>
    </message>
    <message>
        <source>check_code</source>
        <translation>Kontrollera koden</translation>
    </message>
    <message>
        <source>other_card</source>
        <translation>Ett annat kort</translation>
    </message>
    <message>
        <source>not_now</source>
        <translation>Inte den här gången</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>Välj</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Ett ögonblick</translation>
    </message>
    <message>
        <source>ask_manager</source>
        <translation>Fråga chefen</translation>
    </message>
    <message>
        <source>to_settle</source>
        <translation>Att reda ut</translation>
    </message>
    <message>
        <source>nothing_to_do</source>
        <translation>I sin ordning</translation>
    </message>
</context>
<context>
    <name>remedy</name>
    <message>
        <source>scan_again</source>
        <translation>Läs kortet på nytt eller skriv in koden.</translation>
    </message>
    <message>
        <source>check_code</source>
        <translation>Jämför koden med kortet, ett tecken i taget.</translation>
    </message>
    <message>
        <source>show_kaikukortti</source>
        <translation>Be kunden visa sitt Kaikukort.</translation>
    </message>
    <message>
        <source>ask_issuer</source>
        <translation>Kunden kan fråga där kortet gavs.</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>Kortet kan förnyas där man fick det.</translation>
    </message>
    <message>
        <source>come_from</source>
        <translation>Berätta för kunden från vilken dag det går.</translation>
    </message>
    <message>
        <source>show_new_card</source>
        <translation>Be kunden visa det nya kortet.</translation>
    </message>
    <message>
        <source>own_area</source>
        <translation>Berätta för kunden var kortet gäller.</translation>
    </message>
    <message>
        <source>other_offer</source>
        <translation>Föreslå ett annat evenemang.</translation>
    </message>
    <message>
        <source>other_day</source>
        <translation>Föreslå en annan dag.</translation>
    </message>
    <message>
        <source>other_desk</source>
        <translation>Fråga om en annan kassa har biljetter.</translation>
    </message>
    <message>
        <source>fewer_children</source>
        <translation>Minska antalet barnbiljetter.</translation>
    </message>
    <message>
        <source>no_children</source>
        <translation>Ta bort barnbiljetterna. Kortinnehavaren kan få en plats.</translation>
    </message>
    <message>
        <source>holder_comes</source>
        <translation>Ge barnbiljetterna när kortinnehavaren kommer med.</translation>
    </message>
    <message>
        <source>scan_members</source>
        <translation>Läs gruppmedlemmarnas egna Kaikukort.</translation>
    </message>
    <message>
        <source>without_member</source>
        <translation>Fortsätt utan detta kort eller avbryt.</translation>
    </message>
    <message>
        <source>take_now</source>
        <translation>Ge en biljett nu om det finns kvar.</translation>
    </message>
    <message>
        <source>waiting_list</source>
        <translation>Erbjud en plats i kön.</translation>
    </message>
    <message>
        <source>set_clock</source>
        <translation>Ställ datorns klocka rätt.</translation>
    </message>
    <message>
        <source>fetch_list</source>
        <translation>Hämta en ny kortlista när förbindelsen fungerar. Till dess kan du använda pappersblanketten.</translation>
    </message>
    <message>
        <source>other_community_card</source>
        <translation>Gruppen kan komma med ett annat kort från organisationen.</translation>
    </message>
    <message>
        <source>ask_manager</source>
        <translation>Be chefen om hjälp.</translation>
    </message>
    <message>
        <source>ask_support</source>
        <translation>Kontakta stödet.</translation>
    </message>
    <message>
        <source>try_again</source>
        <translation>Försök igen.</translation>
    </message>
</context>
<context>
    <name>rule</name>
    <message>
        <source>reading</source>
        <translation>Koden är rätt läst</translation>
    </message>
    <message>
        <source>list_present</source>
        <translation>Kassan har en kortlista</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Datorns klocka går rätt</translation>
    </message>
    <message>
        <source>list_age</source>
        <translation>Kortlistan är färsk</translation>
    </message>
    <message>
        <source>quotas_age</source>
        <translation>Biljettantalen är färska</translation>
    </message>
    <message>
        <source>rules_age</source>
        <translation>Programmet är färskt</translation>
    </message>
    <message>
        <source>card_known</source>
        <translation>Kortet finns i listan</translation>
    </message>
    <message>
        <source>card_status</source>
        <translation>Kortet är i bruk</translation>
    </message>
    <message>
        <source>area_dates</source>
        <translation>Kortets område är med denna dag</translation>
    </message>
    <message>
        <source>card_dates</source>
        <translation>Kortet gäller denna dag</translation>
    </message>
    <message>
        <source>local_card</source>
        <translation>Kortet gäller i detta område</translation>
    </message>
    <message>
        <source>local_offer</source>
        <translation>Utbudet gäller också kort från detta område</translation>
    </message>
    <message>
        <source>venue_member</source>
        <translation>Besöksmålet hör till nätverket besöksdagen</translation>
    </message>
    <message>
        <source>popup</source>
        <translation>Pop up-förmånen gäller besöksdagen</translation>
    </message>
    <message>
        <source>included</source>
        <translation>Evenemanget omfattas av Kaikukortet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>Evenemanget är inte inställt</translation>
    </message>
    <message>
        <source>over</source>
        <translation>Evenemanget är inte över</translation>
    </message>
    <message>
        <source>bookable</source>
        <translation>Biljetter kan redan fås</translation>
    </message>
    <message>
        <source>sold_out</source>
        <translation>Evenemanget är inte slutsålt</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>Kortet har en bokning</translation>
    </message>
    <message>
        <source>already</source>
        <translation>Kortet har ännu ingen biljett till detta evenemang</translation>
    </message>
    <message>
        <source>card_limit</source>
        <translation>Besöksmålets gräns per kort är inte nådd</translation>
    </message>
    <message>
        <source>party</source>
        <translation>Barnen kommer med kortinnehavaren</translation>
    </message>
    <message>
        <source>children_count</source>
        <translation>Antalet barn stämmer med registret</translation>
    </message>
    <message>
        <source>assistants</source>
        <translation>Antalet assistenter är tillåtet</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppmedlemmarna har egna kort</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Gruppmedlemmens kort gäller</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>Det finns biljetter i kvoten</translation>
    </message>
    <message>
        <source>shared_quota</source>
        <translation>Kvoten delas med andra kassor</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>Den här kassan har biljetter att ge</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>Kortet gäller ännu efter evenemanget</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Förbindelsen till servern</translation>
    </message>
    <message>
        <source>id_hint</source>
        <translation>Legitimation kan begäras</translation>
    </message>
    <message>
        <source>just_now</source>
        <translation>Kortet lästes inte alldeles nyss</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Registreringen kan ännu ångras</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Bokningen kan släppas</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>Kassan kan göra och spara detta</translation>
    </message>
</context>
<context>
    <name>outcome</name>
    <message>
        <source>passed</source>
        <translation>i sin ordning</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>att notera</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>uppfylls inte</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>med chefens tillstånd</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>gäller inte här</translation>
    </message>
</context>
<context>
    <name>used</name>
    <message>
        <source>as_of</source>
        <translation>uppgifter från</translation>
    </message>
    <message>
        <source>already.as_of</source>
        <translation>andra kassors uppgifter från</translation>
    </message>
    <message>
        <source>card_limit.as_of</source>
        <translation>andra kassors uppgifter från</translation>
    </message>
    <message>
        <source>booking.as_of</source>
        <translation>andra kassors uppgifter från</translation>
    </message>
    <message>
        <source>quota.as_of</source>
        <translation>andra kassors uppgifter från</translation>
    </message>
    <message>
        <source>shared_quota.as_of</source>
        <translation>andra kassors uppgifter från</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>läsarens tangentbordslayout rättad</translation>
    </message>
    <message>
        <source>version</source>
        <translation>listans nummer</translation>
    </message>
    <message>
        <source>now</source>
        <translation>klockan nu</translation>
    </message>
    <message>
        <source>n</source>
        <translation>antal</translation>
    </message>
    <message>
        <source>list_age.n</source>
        <translation>listans ålder i dagar</translation>
    </message>
    <message>
        <source>quotas_age.n</source>
        <translation>antalens ålder i dagar</translation>
    </message>
    <message>
        <source>rules_age.n</source>
        <translation>programmets ålder i dagar</translation>
    </message>
    <message>
        <source>quota.n</source>
        <translation>kvar</translation>
    </message>
    <message>
        <source>rights.n</source>
        <translation>kvar</translation>
    </message>
    <message>
        <source>already.n</source>
        <translation>tidigare registreringar</translation>
    </message>
    <message>
        <source>card_limit.n</source>
        <translation>tidigare registreringar</translation>
    </message>
    <message>
        <source>children_count.n</source>
        <translation>begärt</translation>
    </message>
    <message>
        <source>assistants.n</source>
        <translation>begärt</translation>
    </message>
    <message>
        <source>days</source>
        <translation>listans ålder i dagar</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>listans ålder</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>kortets slag</translation>
    </message>
    <message>
        <source>status</source>
        <translation>kortets status</translation>
    </message>
    <message>
        <source>area</source>
        <translation>område</translation>
    </message>
    <message>
        <source>card_area</source>
        <translation>kortets område</translation>
    </message>
    <message>
        <source>same_area</source>
        <translation>samma område</translation>
    </message>
    <message>
        <source>from</source>
        <translation>från</translation>
    </message>
    <message>
        <source>to</source>
        <translation>till</translation>
    </message>
    <message>
        <source>date</source>
        <translation>dag</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tid</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>besöksdag</translation>
    </message>
    <message>
        <source>included</source>
        <translation>omfattas av Kaikukortet</translation>
    </message>
    <message>
        <source>community</source>
        <translation>organisationens kort gäller</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>biljetter från</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>biljetter till</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>evenemanget slutar</translation>
    </message>
    <message>
        <source>collect_by</source>
        <translation>hämtas senast</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>gräns</translation>
    </message>
    <message>
        <source>period</source>
        <translation>period</translation>
    </message>
    <message>
        <source>children</source>
        <translation>barn</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>kortinnehavaren med</translation>
    </message>
    <message>
        <source>under</source>
        <translation>åldersgräns för barn</translation>
    </message>
    <message>
        <source>k</source>
        <translation>i registret</translation>
    </message>
    <message>
        <source>most</source>
        <translation>högst</translation>
    </message>
    <message>
        <source>members</source>
        <translation>gruppmedlemmar</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>barn utan eget kort</translation>
    </message>
    <message>
        <source>i</source>
        <translation>kortets plats i gruppen</translation>
    </message>
    <message>
        <source>need</source>
        <translation>behövs</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>annan dag</translation>
    </message>
    <message>
        <source>role</source>
        <translation>vem</translation>
    </message>
</context>
<context>
    <name>value</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nej</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>personligt kort</translation>
    </message>
    <message>
        <source>community</source>
        <translation>organisationens kort</translation>
    </message>
    <message>
        <source>active</source>
        <translation>i bruk</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>spärrat</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersatt av ett nytt</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>färsk</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>över ett dygn gammal</translation>
    </message>
    <message>
        <source>banner</source>
        <translation>över en vecka gammal</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>för gammal</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>kassapersonal</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>chef</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>unknown</source>
        <translation>Något hindrade funktionen. De registrerade biljetterna är i behåll. Försök igen.</translation>
    </message>
    <message>
        <source>config</source>
        <translation>Inställningen {field} är ogiltig ({file}). Rätta den och starta programmet på nytt.</translation>
    </message>
    <message>
        <source>config.without_file</source>
        <translation>Inställningen {field} saknas eller är fel. Rätta den och starta programmet på nytt.</translation>
    </message>
    <message>
        <source>config.without_field</source>
        <translation>Inställningsfilen {file} kan inte läsas. Rätta filen och starta programmet på nytt.</translation>
    </message>
    <message>
        <source>config.without_field_file</source>
        <translation>En inställning saknas eller är fel. Kontrollera inställningarna eller be den som sköter systemet om hjälp.</translation>
    </message>
    <message>
        <source>config.address</source>
        <translation>Serverns adress är ogiltig. Kontrollera adressen bokstav för bokstav.</translation>
    </message>
    <message>
        <source>config.tls</source>
        <translation>Serverns adress måste börja med https://. Kontrollera adressen med den som sköter systemet.</translation>
    </message>
    <message>
        <source>config.enrolled</source>
        <translation>Den här kassan är redan i bruk. Starta programmet på nytt.</translation>
    </message>
    <message numerus="yes">
        <source>config.other_network</source>
        <translation>
            <numerusform>Den här kassan hör till ett annat nätverk. {n} registrering väntar ännu på att skickas dit. Använd en engångskod från kassans eget nätverk.</numerusform>
            <numerusform>Den här kassan hör till ett annat nätverk. {n} registreringar väntar ännu på att skickas dit. Använd en engångskod från kassans eget nätverk.</numerusform>
        </translation>
    </message>
    <message>
        <source>config.code</source>
        <translation>Engångskoden saknas. Skriv den så som den står på pappret.</translation>
    </message>
    <message>
        <source>config.translations</source>
        <translation>Texterna har inte byggts. Kör i programmets mapp: make setup.</translation>
    </message>
    <message>
        <source>store</source>
        <translation>Kassans fil kan inte användas. Starta programmet på nytt. Om det inte hjälper, kontakta stödet.</translation>
    </message>
    <message>
        <source>store_busy</source>
        <translation>Kassans fil används av ett annat program. Stäng det andra Kaikuportti-fönstret och försök igen.</translation>
    </message>
    <message>
        <source>store_damaged</source>
        <translation>Kassans fil är skadad eller så passar nyckeln inte. Inget har raderats. Kontakta stödet.</translation>
    </message>
    <message>
        <source>store_too_new</source>
        <translation>Kassans fil är gjord med en nyare version av programmet. Uppdatera Kaikuportti.</translation>
    </message>
    <message>
        <source>store_read_only</source>
        <translation>Det går inte att skriva i kassans fil. Kontrollera mappens rättigheter eller be den som sköter systemet om hjälp.</translation>
    </message>
    <message>
        <source>store_full</source>
        <translation>Disken är full. Den senaste registreringen sparades inte, de tidigare är i behåll. Frigör utrymme och försök igen.</translation>
    </message>
    <message>
        <source>key_missing</source>
        <translation>Kassans nyckel saknas i operativsystemets nyckelring. Logga in på datorn med kassans användarkonto eller kontakta stödet.</translation>
    </message>
    <message>
        <source>key_missing.file</source>
        <translation>Kassans nyckelfil {file} saknas eller kan inte läsas. Inget har raderats. Lägg tillbaka filen i kassans mapp eller kontakta stödet.</translation>
    </message>
    <message>
        <source>camera_missing</source>
        <translation>Ingen kamera hittas. Du kan läsa kortet med handläsare eller skriva in koden.</translation>
    </message>
    <message>
        <source>camera_busy</source>
        <translation>Ett annat program använder kameran. Stäng det programmet. Under tiden kan du läsa kortet med handläsare eller skriva in koden.</translation>
    </message>
    <message>
        <source>camera_denied</source>
        <translation>Kameran är spärrad på den här datorn. Tillåt den i sekretessinställningarna eller kontakta stödet. Under tiden kan du skriva in koden.</translation>
    </message>
    <message>
        <source>camera_lost</source>
        <translation>Kontakten med kameran bröts. Kontrollera sladden. Under tiden kan du skriva in koden.</translation>
    </message>
    <message>
        <source>camera_silent</source>
        <translation>Kameran skickar ingen bild. Dra ut sladden och sätt i den igen. Under tiden kan du skriva in koden.</translation>
    </message>
    <message>
        <source>decoder_missing</source>
        <translation>Programmet som läser streckkoder saknas på den här datorn. Skriv in koden eller använd handläsare, och be den som sköter systemet installera det.</translation>
    </message>
    <message>
        <source>picture_bad</source>
        <translation>Bilden kan inte användas. Välj en annan bild.</translation>
    </message>
    <message>
        <source>picture_bad.missing</source>
        <translation>Filen hittas inte. Välj bilden på nytt.</translation>
    </message>
    <message>
        <source>picture_bad.not_a_file</source>
        <translation>Detta är ingen fil. Välj en bildfil.</translation>
    </message>
    <message>
        <source>picture_bad.unreadable</source>
        <translation>Filen kan inte öppnas. Kontrollera dess rättigheter eller välj en annan bild.</translation>
    </message>
    <message>
        <source>picture_bad.empty</source>
        <translation>Filen är tom. Välj en annan bild.</translation>
    </message>
    <message>
        <source>picture_bad.too_large</source>
        <translation>Bilden är för stor. Välj en mindre bild.</translation>
    </message>
    <message>
        <source>picture_bad.not_a_picture</source>
        <translation>Filen är ingen bild. Välj en bild, till exempel PNG eller JPEG.</translation>
    </message>
    <message>
        <source>picture_bad.broken</source>
        <translation>Bilden är skadad. Välj en annan bild.</translation>
    </message>
    <message>
        <source>picture_bad.halted</source>
        <translation>Läsningen av den här bilden måste avbrytas. Välj en annan bild eller skriv in koden.</translation>
    </message>
    <message>
        <source>picture_bad.two_cards</source>
        <translation>Det finns flera kort i bilden. Visa ett kort i taget.</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>Servern kunde inte användas just nu. Du kan fortsätta ge biljetter. Programmet försöker igen av sig självt.</translation>
    </message>
    <message>
        <source>hub_unreachable</source>
        <translation>Servern kan inte nås. Du kan fortsätta ge biljetter. Registreringarna skickas när förbindelsen är tillbaka.</translation>
    </message>
    <message>
        <source>hub_refused</source>
        <translation>Servern godkände inte begäran. De registrerade biljetterna är i behåll. Kontrollera kassans registrering eller kontakta stödet.</translation>
    </message>
    <message>
        <source>hub_revoked</source>
        <translation>Servern har stängt av den här kassan. Kassan ger inte längre biljetter. De registrerade biljetterna är i behåll och skickas fortfarande. Fråga den som sköter systemet.</translation>
    </message>
    <message>
        <source>hub_garbled</source>
        <translation>Något annat än Kaikuporttis server svarade. Kontrollera adressen och nätverket.</translation>
    </message>
    <message>
        <source>hub_garbled.tls</source>
        <translation>Serverns certifikat godkänns inte, så förbindelsen öppnades inte. Kontrollera adressen och datorns klocka eller kontakta stödet.</translation>
    </message>
    <message>
        <source>hub_garbled.version</source>
        <translation>Servern och kassan har olika programversioner. Uppdatera Kaikuportti.</translation>
    </message>
    <message>
        <source>import_bad</source>
        <translation>Filen som skulle importeras kan inte läsas. Kontrollera att den är i CSV- eller JSON-format och försök igen.</translation>
    </message>
    <message>
        <source>hub_refused.code_unknown</source>
        <translation>Servern känner inte till engångskoden. Kontrollera koden bokstav för bokstav eller be den som sköter systemet om en ny.</translation>
    </message>
    <message>
        <source>hub_refused.code_spent</source>
        <translation>Engångskoden har redan använts. Be den som sköter systemet om en ny.</translation>
    </message>
    <message>
        <source>hub_refused.code_expired</source>
        <translation>Engångskoden har gått ut. Be den som sköter systemet om en ny.</translation>
    </message>
    <message>
        <source>hub_refused.slow_down</source>
        <translation>Koden har skrivits fel många gånger. Vänta en stund och försök igen.</translation>
    </message>
    <message>
        <source>hub_refused.unauthorized</source>
        <translation>Servern känner inte till den här kassan. De registrerade biljetterna är i behåll. Be den som sköter systemet om en ny engångskod.</translation>
    </message>
    <message>
        <source>hub_refused.version</source>
        <translation>Servern och kassan har olika programversioner. De registrerade biljetterna är i behåll. Uppdatera Kaikuportti.</translation>
    </message>
    <message>
        <source>register_refused</source>
        <translation>Registret har inga sådana uppgifter, eller så finns de där redan. Kontrollera beteckningen och försök igen.</translation>
    </message>
    <message>
        <source>bad_input</source>
        <translation>Det här kan inte användas. Kontrollera det du skrev.</translation>
    </message>
</context>
<context>
    <name>hint</name>
    <message>
        <source>empty</source>
        <translation>Läs kortet eller skriv in koden.</translation>
    </message>
    <message>
        <source>too_short</source>
        <translation>Det fattas tecken i koden.</translation>
    </message>
    <message>
        <source>too_long</source>
        <translation>Koden har för många tecken.</translation>
    </message>
    <message>
        <source>wrong_character</source>
        <translation>Något tecken hör inte till koden. Koden har bara bokstäverna A–Z och siffror.</translation>
    </message>
    <message>
        <source>check_character</source>
        <translation>Ett tecken är troligen fel. Jämför med kortet.</translation>
    </message>
    <message>
        <source>lookalike</source>
        <translation>Kontrollera O och 0 samt I och 1.</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>Läsarens tangentbordslayout är en annan än datorns. Ställ in läsaren på samma layout.</translation>
    </message>
</context>
<context>
    <name>lift</name>
    <message>
        <source>R30</source>
        <translation>biljetter över dagens kvot</translation>
    </message>
    <message>
        <source>R31</source>
        <translation>biljetter till ett slutsålt evenemang</translation>
    </message>
    <message>
        <source>R32</source>
        <translation>en andra biljett till samma evenemang</translation>
    </message>
    <message>
        <source>R33</source>
        <translation>biljetter över kortets gräns</translation>
    </message>
    <message>
        <source>R34</source>
        <translation>fler barn än i registret</translation>
    </message>
    <message>
        <source>R38</source>
        <translation>biljetter över den här kassans andel</translation>
    </message>
    <message>
        <source>R40</source>
        <translation>fler kurser än gränsen tillåter</translation>
    </message>
    <message>
        <source>R41</source>
        <translation>en plats på en full kurs</translation>
    </message>
    <message>
        <source>R60</source>
        <translation>en biljett fast datorns klocka kan gå fel</translation>
    </message>
    <message>
        <source>R62</source>
        <translation>fler assistenter än evenemanget tillåter</translation>
    </message>
    <message>
        <source>R64</source>
        <translation>en biljett med gamla uppgifter</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Det finns ändå plats</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>Överenskommet med stödtjänsten</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Fel i systemet eller listan</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Annat skäl</translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message>
        <source>enrolled</source>
        <translation>Kassans anslutning</translation>
    </message>
    <message>
        <source>redemption</source>
        <translation>Givna biljetter</translation>
    </message>
    <message>
        <source>void</source>
        <translation>Ångrade biljetter</translation>
    </message>
    <message>
        <source>reservation</source>
        <translation>Bokning</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Borttagen bokning</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>Ändrat antal biljetter för dagen</translation>
    </message>
    <message>
        <source>override</source>
        <translation>Chefens tillstånd</translation>
    </message>
    <message>
        <source>settle</source>
        <translation>Ett kvitterat ärende</translation>
    </message>
    <message>
        <source>give_back</source>
        <translation>Återlämning av kassans andel</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>garbled</source>
        <translation>registreringen är skadad och kan inte läsas</translation>
    </message>
    <message>
        <source>senseless</source>
        <translation>registreringen stämmer inte överens med serverns uppgifter</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>servern känner ännu inte till en sådan registrering</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>registreringen gäller ett annat besöksmål</translation>
    </message>
    <message>
        <source>forked</source>
        <translation>det finns två olika versioner av kassans registreringar</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>kassan hade tagits ur bruk</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>det är ett fel i servern</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>recorded</source>
        <translation>väntar på att skickas</translation>
    </message>
    <message>
        <source>practised</source>
        <translation>övning</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>skickad</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bekräftad</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>godkändes inte av servern</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>ångrad</translation>
    </message>
    <message>
        <source>online</source>
        <translation>Förbindelsen fungerar</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Ingen förbindelse</translation>
    </message>
    <message>
        <source>list_fresh</source>
        <translation>Kortlistan är färsk</translation>
    </message>
    <message>
        <source>list_notice</source>
        <translation>Kortlistan hämtades {time}. Biljetter kan ges fram till {date}.</translation>
    </message>
    <message>
        <source>list_banner</source>
        <translation>Kortlistan är gammal: den hämtades {time}. Biljetter kan ges fram till {date}. Hämta en ny före det.</translation>
    </message>
    <message>
        <source>list_stop</source>
        <translation>Kortlistan är för gammal: den hämtades {time}. Hämta en ny. Chefen kan tillåta en biljett (F6).</translation>
    </message>
    <message>
        <source>quotas_notice</source>
        <translation>Biljettantalen hämtades {time}. Biljetter kan ges ur den här kassans andel.</translation>
    </message>
    <message>
        <source>quotas_banner</source>
        <translation>Biljettantalen är gamla: de hämtades {time}. Biljetter kan ges ur den här kassans andel, ur andra fram till {date}.</translation>
    </message>
    <message>
        <source>quotas_stop</source>
        <translation>Biljettantalen har inte hämtats på länge. Biljetter kan ges ur den här kassans andel. Om andra bestämmer chefen (F6).</translation>
    </message>
    <message>
        <source>rules_notice</source>
        <translation>Programmet hämtades {time}. Biljetter kan ges fram till {date}.</translation>
    </message>
    <message>
        <source>rules_banner</source>
        <translation>Programmet är gammalt: det hämtades {time}. Biljetter kan ges fram till {date}. Hämta ett nytt före det.</translation>
    </message>
    <message>
        <source>rules_stop</source>
        <translation>Programmet är för gammalt: det hämtades {time}. Hämta ett nytt. Chefen kan tillåta en biljett (F6).</translation>
    </message>
    <message>
        <source>list_none</source>
        <translation>Ingen kortlista ännu</translation>
    </message>
    <message>
        <source>camera_opening</source>
        <translation>Kameran startar</translation>
    </message>
    <message>
        <source>camera_watching</source>
        <translation>Kameran är klar</translation>
    </message>
    <message>
        <source>camera_two_cards</source>
        <translation>Visa ett kort i taget</translation>
    </message>
    <message>
        <source>camera_black</source>
        <translation>Kamerabilden är svart. Öppna kamerans lucka eller tänd ljuset.</translation>
    </message>
    <message>
        <source>camera_frozen</source>
        <translation>Kamerabilden står stilla. Dra ut sladden och sätt i den igen.</translation>
    </message>
    <message>
        <source>camera_troubled</source>
        <translation>Kamerabilden duger inte just nu. Fortsätter försöka.</translation>
    </message>
    <message>
        <source>camera_missing</source>
        <translation>Ingen kamera hittas. Anslut den, använd läsare eller skriv in koden.</translation>
    </message>
    <message>
        <source>camera_busy</source>
        <translation>Ett annat program använder kameran. Stäng det programmet.</translation>
    </message>
    <message>
        <source>camera_denied</source>
        <translation>Kameran är spärrad på den här datorn. Tillåt den i sekretessinställningarna eller kontakta stödet.</translation>
    </message>
    <message>
        <source>camera_lost</source>
        <translation>Kameran kopplades bort. Kontrollera sladden.</translation>
    </message>
    <message>
        <source>camera_silent</source>
        <translation>Kameran skickar ingen bild. Dra ut sladden och sätt i den igen.</translation>
    </message>
    <message>
        <source>camera_stopped</source>
        <translation>Kameran är avstängd</translation>
    </message>
    <message>
        <source>scanner_off</source>
        <translation>Ingen seriell läsare används. En läsare som fungerar som tangentbord kan alltid användas.</translation>
    </message>
    <message>
        <source>scanner_searching</source>
        <translation>Ingen seriell läsare har hittats. En läsare som fungerar som tangentbord kan alltid användas.</translation>
    </message>
    <message>
        <source>scanner_ready</source>
        <translation>Den seriella läsaren är klar</translation>
    </message>
    <message>
        <source>scanner_noisy</source>
        <translation>Från serieporten kommer text utan paus. Välj i menyn den port där läsaren är.</translation>
    </message>
    <message>
        <source>scanner_lost</source>
        <translation>Den seriella läsaren är inte ansluten. Kontrollera sladden.</translation>
    </message>
    <message>
        <source>scanner_busy</source>
        <translation>Ett annat program använder den seriella läsaren</translation>
    </message>
    <message>
        <source>scanner_denied</source>
        <translation>Detta konto får inte använda den seriella läsaren. Kontakta stödet.</translation>
    </message>
    <message>
        <source>scanner_no_library</source>
        <translation>Datorn saknar ett program för seriella läsare. Kontakta stödet.</translation>
    </message>
</context>
<context>
    <name>period</name>
    <message>
        <source>performance</source>
        <translation>föreställning</translation>
    </message>
    <message>
        <source>day</source>
        <translation>dag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>vecka</translation>
    </message>
    <message>
        <source>month</source>
        <translation>månad</translation>
    </message>
    <message>
        <source>term</source>
        <translation>termin</translation>
    </message>
    <message>
        <source>year</source>
        <translation>år</translation>
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
        <translation>Chef</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>Anställd</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Studerande</translation>
    </message>
    <message>
        <source>volunteer</source>
        <translation>Frivillig</translation>
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
        <translation>Vanligt kort</translation>
    </message>
    <message>
        <source>plain.shows</source>
        <translation>Ge biljetten: en läsning och ett Enter.</translation>
    </message>
    <message>
        <source>children</source>
        <translation>Två barn</translation>
    </message>
    <message>
        <source>children.shows</source>
        <translation>Lägg till barnen med + och ge alla biljetter. Ett tredje barn är för mycket: F6 kallar på chefen.</translation>
    </message>
    <message>
        <source>no_children</source>
        <translation>Inga barn</translation>
    </message>
    <message>
        <source>no_children.shows</source>
        <translation>Registret anger inga barn. Tryck på + och se vilket råd programmet ger.</translation>
    </message>
    <message>
        <source>ends_soon</source>
        <translation>Upphör snart</translation>
    </message>
    <message>
        <source>ends_soon.shows</source>
        <translation>Ge biljetten och berätta var kortet förnyas. För pjäsen om en vecka (F2) är anmärkningen en annan.</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>Bokning</translation>
    </message>
    <message>
        <source>booked.shows</source>
        <translation>Två biljetter är bokade för kortet till kvällens pjäs: ge dem.</translation>
    </message>
    <message>
        <source>already</source>
        <translation>Biljetten är redan given</translation>
    </message>
    <message>
        <source>already.shows</source>
        <translation>Kortet har redan två biljetter till kvällens pjäs, som hos en kund som kommer tillbaka efter en timme.</translation>
    </message>
    <message>
        <source>community</source>
        <translation>Organisationens kort</translation>
    </message>
    <message>
        <source>community.shows</source>
        <translation>Startar en grupp. Läs sedan medlemmarnas kort, till exempel två barn och gruppmedlem, och ge biljetter till alla med ett Enter.</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Gruppmedlem</translation>
    </message>
    <message>
        <source>member.shows</source>
        <translation>Medlemmens eget kort. Samma kort två gånger är en medlem; backsteg tar bort den sista.</translation>
    </message>
    <message>
        <source>member_used</source>
        <translation>Medlem som har en biljett</translation>
    </message>
    <message>
        <source>member_used.shows</source>
        <translation>I gruppen gäller kortet inte till kvällens pjäs: Enter fortsätter utan det.</translation>
    </message>
    <message>
        <source>community_used</source>
        <translation>Organisationens kort, använt</translation>
    </message>
    <message>
        <source>community_used.shows</source>
        <translation>Representanten har redan fått biljett till kvällens pjäs.</translation>
    </message>
    <message>
        <source>community_closed</source>
        <translation>Organisationens kort, ogiltigt</translation>
    </message>
    <message>
        <source>community_closed.shows</source>
        <translation>Kortet gäller inte och startar ingen grupp. Nästa kort är nästa kunds.</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>Utgånget</translation>
    </message>
    <message>
        <source>expired.shows</source>
        <translation>Kortet upphörde för 12 dagar sedan. Berätta vänligt var det förnyas.</translation>
    </message>
    <message>
        <source>not_yet</source>
        <translation>Gäller inte ännu</translation>
    </message>
    <message>
        <source>not_yet.shows</source>
        <translation>Kortet börjar gälla om 12 dagar.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>Spärrat</translation>
    </message>
    <message>
        <source>closed.shows</source>
        <translation>Kortet är spärrat. Ingen ser orsaken.</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>Ersatt med ett nytt</translation>
    </message>
    <message>
        <source>replaced.shows</source>
        <translation>Kunden har ett nytt kort: be om det.</translation>
    </message>
    <message>
        <source>area_ended</source>
        <translation>Försöket slut</translation>
    </message>
    <message>
        <source>area_ended.shows</source>
        <translation>Försöket i kortets område är slut.</translation>
    </message>
    <message>
        <source>local</source>
        <translation>Kort för eget område</translation>
    </message>
    <message>
        <source>local.shows</source>
        <translation>Kortet gäller bara i sitt eget område, inte här.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>Inte i listan</translation>
    </message>
    <message>
        <source>unknown.shows</source>
        <translation>Kortet hittas inte. Kryssa för övning utan förbindelse ovan och läs igen: då kan biljetten ges villkorligt.</translation>
    </message>
    <message>
        <source>mistyped</source>
        <translation>Skrivfel</translation>
    </message>
    <message>
        <source>mistyped.shows</source>
        <translation>En inskriven kod vars sista tecken är fel.</translation>
    </message>
    <message>
        <source>misread</source>
        <translation>Otydlig streckkod</translation>
    </message>
    <message>
        <source>misread.shows</source>
        <translation>Läsaren läste fel: läs igen eller skriv in.</translation>
    </message>
    <message>
        <source>other_card</source>
        <translation>Ett annat kort</translation>
    </message>
    <message>
        <source>other_card.shows</source>
        <translation>Ett museikort eller stamkundskort: inte ett Kaikukort.</translation>
    </message>
</context>
<context>
    <name>ui</name>
    <message>
        <source>window.title</source>
        <translation>Kaikuportti – biljettkassa</translation>
    </message>
    <message>
        <source>window.demo</source>
        <translation>Demonstration. Klockan är flyttad: nu är det {time}.</translation>
    </message>
    <message>
        <source>window.language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>window.help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>window.about</source>
        <translation>Om programmet</translation>
    </message>
    <message>
        <source>window.manager</source>
        <translation>Chefens sida</translation>
    </message>
    <message numerus="yes">
        <source>window.close_waiting</source>
        <translation>
            <numerusform>{n} biljett väntar ännu på att skickas. Den är i behåll och skickas av sig själv när programmet är öppet igen och förbindelsen fungerar.</numerusform>
            <numerusform>{n} biljetter väntar ännu på att skickas. De är i behåll och skickas av sig själva när programmet är öppet igen och förbindelsen fungerar.</numerusform>
        </translation>
    </message>
    <message>
        <source>window.trouble</source>
        <translation>Ett fel inträffade i programmet. De registrerade biljetterna är i behåll. Du kan fortsätta eller starta programmet på nytt.</translation>
    </message>
    <message>
        <source>action.cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>action.close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>action.back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>today.title</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>today.previous</source>
        <translation>Föregående dag</translation>
    </message>
    <message>
        <source>today.next</source>
        <translation>Nästa dag</translation>
    </message>
    <message>
        <source>today.day</source>
        <translation>Dag, t.ex. 24.12.</translation>
    </message>
    <message>
        <source>today.no_day</source>
        <translation>Skriv en dag inom det närmaste året.</translation>
    </message>
    <message>
        <source>today.filter</source>
        <translation>Sök evenemang</translation>
    </message>
    <message>
        <source>today.none</source>
        <translation>Det finns inga evenemang denna dag. Välj en annan dag.</translation>
    </message>
    <message>
        <source>today.no_match</source>
        <translation>Sökningen gav inga evenemang.</translation>
    </message>
    <message>
        <source>today.all_day</source>
        <translation>hela dagen</translation>
    </message>
    <message>
        <source>today.begins</source>
        <translation>börjar {date}</translation>
    </message>
    <message numerus="yes">
        <source>today.left</source>
        <translation>
            <numerusform>{n} kvar</numerusform>
            <numerusform>{n} kvar</numerusform>
        </translation>
    </message>
    <message>
        <source>today.left_here</source>
        <translation>{n} kvar · här {k}</translation>
    </message>
    <message>
        <source>today.no_limit</source>
        <translation>ingen gräns</translation>
    </message>
    <message>
        <source>today.over</source>
        <translation>avslutat</translation>
    </message>
    <message>
        <source>today.sold_out</source>
        <translation>slutsålt</translation>
    </message>
    <message>
        <source>today.cancelled</source>
        <translation>inställt</translation>
    </message>
    <message>
        <source>today.not_open</source>
        <translation>inte öppnat ännu</translation>
    </message>
    <message>
        <source>today.all_given</source>
        <translation>biljetterna slut</translation>
    </message>
    <message>
        <source>today.not_now</source>
        <translation>inte tillgängligt</translation>
    </message>
    <message>
        <source>booking.open</source>
        <translation>Bokningar</translation>
    </message>
    <message>
        <source>booking.title</source>
        <translation>Bokningar: {offer}</translation>
    </message>
    <message>
        <source>booking.none</source>
        <translation>Här finns inga bokningar.</translation>
    </message>
    <message>
        <source>booking.hint</source>
        <translation>Läs kortet: bokningen lämnas ut. Esc går tillbaka.</translation>
    </message>
    <message>
        <source>booking.held</source>
        <translation>hämtas senast {time}</translation>
    </message>
    <message>
        <source>booking.late</source>
        <translation>inte hämtad senast {time}</translation>
    </message>
    <message>
        <source>booking.collected</source>
        <translation>hämtad</translation>
    </message>
    <message>
        <source>booking.released</source>
        <translation>släppt</translation>
    </message>
    <message>
        <source>booking.elsewhere</source>
        <translation>Bokad i en annan kassa</translation>
    </message>
    <message>
        <source>booking.release</source>
        <translation>Ta bort bokningen</translation>
    </message>
    <message numerus="yes">
        <source>booking.release_late</source>
        <translation>
            <numerusform>Ta bort {n} ohämtad</numerusform>
            <numerusform>Ta bort {n} ohämtade</numerusform>
        </translation>
    </message>
    <message>
        <source>booking.let_go</source>
        <translation>Bokningen har tagits bort. Biljetterna är tillbaka i kvoten.</translation>
    </message>
    <message numerus="yes">
        <source>booking.let_late_go</source>
        <translation>
            <numerusform>{n} ohämtad bokning har tagits bort.</numerusform>
            <numerusform>{n} ohämtade bokningar har tagits bort.</numerusform>
        </translation>
    </message>
    <message>
        <source>booking.still_time</source>
        <translation>Alla bokningar kan ännu hämtas.</translation>
    </message>
    <message>
        <source>booking.managers</source>
        <translation>Hämtningstiden är över. Chefen kan släppa bokningen (F6).</translation>
    </message>
    <message>
        <source>booking.reserve</source>
        <translation>Boka</translation>
    </message>
    <message>
        <source>booking.take</source>
        <translation>Ge biljetterna genast</translation>
    </message>
    <message>
        <source>booking.without</source>
        <translation>Ge biljett utan bokning</translation>
    </message>
    <message>
        <source>booking.can</source>
        <translation>Biljetterna kan bokas. Hämtas senast {time}.</translation>
    </message>
    <message>
        <source>booking.word</source>
        <translation>Boka</translation>
    </message>
    <message>
        <source>booking.undo_hint</source>
        <translation>Berätta när biljetterna senast ska hämtas. Ångra bokningen: Ctrl+Z.</translation>
    </message>
    <message>
        <source>scan.label</source>
        <translation>Kortets kod</translation>
    </message>
    <message>
        <source>scan.placeholder</source>
        <translation>Läs kortet eller skriv in koden</translation>
    </message>
    <message>
        <source>scan.ready</source>
        <translation>Klar. Läs kortet.</translation>
    </message>
    <message>
        <source>scan.looking</source>
        <translation>Kontrollerar…</translation>
    </message>
    <message>
        <source>scan.drop</source>
        <translation>Släpp en bild av kortet här</translation>
    </message>
    <message>
        <source>scan.open</source>
        <translation>Öppna bild</translation>
    </message>
    <message>
        <source>scan.pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>scan.choose_first</source>
        <translation>Välj först ett evenemang.</translation>
    </message>
    <message>
        <source>scan.choose_word</source>
        <translation>Välj evenemang</translation>
    </message>
    <message>
        <source>scan.which</source>
        <translation>Kortet är läst. Till vilket evenemang?</translation>
    </message>
    <message>
        <source>scan.which_how</source>
        <translation>Välj med pilarna och tryck på Enter.</translation>
    </message>
    <message>
        <source>scan.arrived</source>
        <translation>Tecknen runt koden utelämnades. Läsaren skickade: {seen}</translation>
    </message>
    <message>
        <source>camera.title</source>
        <translation>Kamerabild</translation>
    </message>
    <message>
        <source>camera.hold</source>
        <translation>Håll kortet inom ramen</translation>
    </message>
    <message>
        <source>camera.show</source>
        <translation>Visa kortet för kameran</translation>
    </message>
    <message>
        <source>camera.none</source>
        <translation>Ingen kamera</translation>
    </message>
    <message>
        <source>camera.numbered</source>
        <translation>Kamera {number}</translation>
    </message>
    <message>
        <source>verdict.panel</source>
        <translation>Kontrollens resultat</translation>
    </message>
    <message>
        <source>verdict.card</source>
        <translation>Kort {card}</translation>
    </message>
    <message>
        <source>verdict.community</source>
        <translation>Organisationens kort {card}</translation>
    </message>
    <message>
        <source>verdict.valid_until</source>
        <translation>till {date}</translation>
    </message>
    <message>
        <source>verdict.offline_checked</source>
        <translation>Ingen förbindelse. Kontrollerat mot listan från {time}.</translation>
    </message>
    <message>
        <source>verdict.not_recorded</source>
        <translation>Ingen biljett registrerades. Ge den inte ännu.</translation>
    </message>
    <message>
        <source>verdict.look_word</source>
        <translation>Kortet gäller</translation>
    </message>
    <message numerus="yes">
        <source>verdict.look_tickets</source>
        <translation>
            <numerusform>Kortet ger en biljett.</numerusform>
            <numerusform>Kortet ger {n} biljetter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>verdict.children</source>
        <translation>
            <numerusform>{n} barn</numerusform>
            <numerusform>{n} barn</numerusform>
        </translation>
    </message>
    <message>
        <source>verdict.why</source>
        <translation>Varför?</translation>
    </message>
    <message>
        <source>verdict.why_title</source>
        <translation>Så här kom resultatet till</translation>
    </message>
    <message>
        <source>paper.title</source>
        <translation>Registrera från papper</translation>
    </message>
    <message>
        <source>paper.intro</source>
        <translation>Varje rad registreras: biljetten har redan getts. Skriv radens egen dag och tid. En halvfärdig rad sparas även om strömmen bryts.</translation>
    </message>
    <message>
        <source>paper.day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>paper.time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>paper.event</source>
        <translation>Evenemang</translation>
    </message>
    <message>
        <source>paper.code</source>
        <translation>Kortets kod</translation>
    </message>
    <message>
        <source>paper.children</source>
        <translation>Barn</translation>
    </message>
    <message>
        <source>paper.assistants</source>
        <translation>Assistenter</translation>
    </message>
    <message>
        <source>paper.members</source>
        <translation>Gruppens kort</translation>
    </message>
    <message>
        <source>paper.who</source>
        <translation>Gruppens representant</translation>
    </message>
    <message>
        <source>paper.worker</source>
        <translation>Anställd</translation>
    </message>
    <message>
        <source>paper.student</source>
        <translation>Studerande</translation>
    </message>
    <message>
        <source>paper.volunteer</source>
        <translation>Frivillig</translation>
    </message>
    <message>
        <source>paper.choose</source>
        <translation>Välj evenemang</translation>
    </message>
    <message>
        <source>paper.record</source>
        <translation>Registrera raden</translation>
    </message>
    <message>
        <source>paper.again</source>
        <translation>En biljett till: registrera ändå</translation>
    </message>
    <message>
        <source>paper.later</source>
        <translation>Lämna halvfärdig</translation>
    </message>
    <message>
        <source>paper.strike</source>
        <translation>Ta bort raden</translation>
    </message>
    <message>
        <source>paper.leave</source>
        <translation>Tillbaka till kassan</translation>
    </message>
    <message>
        <source>paper.waiting</source>
        <translation>Halvfärdig. Inte registrerad ännu.</translation>
    </message>
    <message>
        <source>paper.not_saved</source>
        <translation>Raden sparades inte. Behåll pappret och försök igen.</translation>
    </message>
    <message>
        <source>paper.go_on</source>
        <translation>Fortsätt med raden</translation>
    </message>
    <message>
        <source>paper.take_back</source>
        <translation>Ångra registreringen</translation>
    </message>
    <message>
        <source>paper.taken_back</source>
        <translation>Registreringen är ångrad.</translation>
    </message>
    <message>
        <source>paper.not_taken_back</source>
        <translation>Ångrandet sparades inte: raden är fortfarande registrerad. Försök igen.</translation>
    </message>
    <message>
        <source>paper.recorded</source>
        <translation>Registrerad.</translation>
    </message>
    <message>
        <source>paper.case</source>
        <translation>Registrerad. Kunden behåller biljetten. Chefen ser över detta senare, eftersom reglerna säger: {rules}</translation>
    </message>
    <message>
        <source>paper.before</source>
        <translation>Kortet har redan en biljett till evenemanget ({time}). Är det samma biljett som på den här raden? Ta då bort raden.</translation>
    </message>
    <message>
        <source>paper.wrong_day</source>
        <translation>Skriv dagen som på pappret: 13.10. eller 13.10.2018.</translation>
    </message>
    <message>
        <source>paper.wrong_time</source>
        <translation>Skriv klockslaget: 18.05.</translation>
    </message>
    <message>
        <source>paper.wrong_future</source>
        <translation>Tidpunkten ligger i framtiden. Kontrollera dag och tid.</translation>
    </message>
    <message>
        <source>paper.wrong_old</source>
        <translation>Raden är över ett år gammal. Kontrollera året.</translation>
    </message>
    <message>
        <source>paper.wrong_event</source>
        <translation>Välj evenemanget.</translation>
    </message>
    <message>
        <source>paper.wrong_no_code</source>
        <translation>Skriv kortets kod.</translation>
    </message>
    <message>
        <source>paper.wrong_code</source>
        <translation>Koden har fel format. Jämför med pappret.</translation>
    </message>
    <message>
        <source>paper.wrong_member</source>
        <translation>Koden för gruppens kort nr {i} har fel format.</translation>
    </message>
    <message>
        <source>paper.wrong_no_members</source>
        <translation>Detta är ett organisationskort. Skriv också gruppens kort.</translation>
    </message>
    <message>
        <source>paper.wrong_no_group</source>
        <translation>Detta är inte ett organisationskort. Registrera varje kort på en egen rad.</translation>
    </message>
    <message>
        <source>paper.wrong_twice</source>
        <translation>Samma kort finns två gånger på raden.</translation>
    </message>
    <message>
        <source>paper.wrong_many</source>
        <translation>Det är för många biljetter på en rad. Kontrollera talen.</translation>
    </message>
    <message>
        <source>paper.menu</source>
        <translation>Registrera från papper</translation>
    </message>
    <message>
        <source>sheet.title</source>
        <translation>Kaikukortsbiljetter på papper</translation>
    </message>
    <message>
        <source>sheet.how</source>
        <translation>När programmet inte är i bruk: skriv varje kort på en egen rad och ge biljetterna. Grupp: först organisationens kort, sedan medlemmarnas kort på följande rader. Inga namn skrivs.</translation>
    </message>
    <message>
        <source>sheet.venue</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>sheet.group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>sheet.member</source>
        <translation>gruppmedlem</translation>
    </message>
    <message>
        <source>sheet.after</source>
        <translation>Registrera raderna så snart som möjligt: Ctrl+E. Förvara pappret inlåst och förstör det efter registreringen.</translation>
    </message>
    <message>
        <source>sheet.menu</source>
        <translation>Pappersblankett (PDF)</translation>
    </message>
    <message>
        <source>sheet.file</source>
        <translation>kaikukort-pappersblankett</translation>
    </message>
    <message>
        <source>guide.menu</source>
        <translation>Minneslista och snabbguide (PDF)</translation>
    </message>
    <message>
        <source>guide.file</source>
        <translation>kaikukort-minneslista</translation>
    </message>
    <message>
        <source>print.where</source>
        <translation>Var ska PDF-filen sparas?</translation>
    </message>
    <message>
        <source>party.children</source>
        <translation>Barn</translation>
    </message>
    <message>
        <source>party.fewer</source>
        <translation>Ett barn mindre</translation>
    </message>
    <message>
        <source>party.more</source>
        <translation>Ett barn till</translation>
    </message>
    <message>
        <source>party.assistant</source>
        <translation>Assistent eller tolk</translation>
    </message>
    <message>
        <source>party.children_under</source>
        <translation>Barn, under {age} år</translation>
    </message>
    <message numerus="yes">
        <source>party.assistants</source>
        <translation>
            <numerusform>{n} assistent eller tolk</numerusform>
            <numerusform>{n} assistenter/tolkar</numerusform>
        </translation>
    </message>
    <message>
        <source>party.assistant_more</source>
        <translation>A igen: {n} assistenter eller tolkar. En gång till: ingen.</translation>
    </message>
    <message numerus="yes">
        <source>party.assistant_tickets</source>
        <translation>
            <numerusform>Dessutom {n} gratisbiljett till assistent eller tolk.</numerusform>
            <numerusform>Dessutom {n} gratisbiljetter till assistenter eller tolkar.</numerusform>
        </translation>
    </message>
    <message>
        <source>group.title</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>group.next</source>
        <translation>Läs nästa gruppmedlems kort</translation>
    </message>
    <message>
        <source>group.many</source>
        <translation>Gruppen har redan {n} kort. En stor grupp kan också komma med två organisationskort.</translation>
    </message>
    <message>
        <source>group.own_booking</source>
        <translation>Kortet har en egen bokning. Fortsätt utan det och läs kortet separat efter gruppen.</translation>
    </message>
    <message>
        <source>group.bringer</source>
        <translation>Med gruppen: {what}</translation>
    </message>
    <message>
        <source>group.guests</source>
        <translation>Barn utan eget kort</translation>
    </message>
    <message>
        <source>group.member</source>
        <translation>Kort nr {i} {card}</translation>
    </message>
    <message>
        <source>group.fits</source>
        <translation>gäller</translation>
    </message>
    <message>
        <source>group.remove</source>
        <translation>Ta bort ur gruppen</translation>
    </message>
    <message numerus="yes">
        <source>group.go_on</source>
        <translation>
            <numerusform>Fortsätt utan det</numerusform>
            <numerusform>Fortsätt utan dem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>give.tickets</source>
        <translation>
            <numerusform>Ge {n} biljett</numerusform>
            <numerusform>Ge {n} biljetter</numerusform>
        </translation>
    </message>
    <message>
        <source>give.place</source>
        <translation>Ge kursplatsen</translation>
    </message>
    <message>
        <source>give.visit</source>
        <translation>Registrera besöket</translation>
    </message>
    <message numerus="yes">
        <source>give.hand_over</source>
        <translation>
            <numerusform>Lämna ut {n} biljett</numerusform>
            <numerusform>Lämna ut {n} biljetter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>give.book</source>
        <translation>
            <numerusform>Boka {n} biljett</numerusform>
            <numerusform>Boka {n} biljetter</numerusform>
        </translation>
    </message>
    <message>
        <source>give.clear</source>
        <translation>Töm</translation>
    </message>
    <message numerus="yes">
        <source>give.done</source>
        <translation>
            <numerusform>{n} biljett registrerad</numerusform>
            <numerusform>{n} biljetter registrerade</numerusform>
        </translation>
    </message>
    <message>
        <source>give.next</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>give.undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>given.title</source>
        <translation>Givna biljetter</translation>
    </message>
    <message>
        <source>given.none</source>
        <translation>Inga biljetter har getts i dag.</translation>
    </message>
    <message numerus="yes">
        <source>given.tickets</source>
        <translation>
            <numerusform>{n} biljett</numerusform>
            <numerusform>{n} biljetter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>given.group</source>
        <translation>
            <numerusform>grupp {n}</numerusform>
            <numerusform>grupp {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>given.undo_line</source>
        <translation>Ångra {time} kort {card}</translation>
    </message>
    <message>
        <source>status.all_sent</source>
        <translation>Alla biljetter har skickats</translation>
    </message>
    <message numerus="yes">
        <source>status.rights</source>
        <translation>
            <numerusform>{offer}: {n} biljett i den här kassan</numerusform>
            <numerusform>{offer}: {n} biljetter i den här kassan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting</source>
        <translation>
            <numerusform>{n} biljett väntar på att skickas, given {time}</numerusform>
            <numerusform>{n} biljetter väntar på att skickas, den äldsta given {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting_short</source>
        <translation>
            <numerusform>{n} biljett väntar på att skickas</numerusform>
            <numerusform>{n} biljetter väntar på att skickas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.waiting.without_time</source>
        <translation>
            <numerusform>{n} biljett väntar på att skickas</numerusform>
            <numerusform>{n} biljetter väntar på att skickas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.entries_waiting</source>
        <translation>
            <numerusform>{n} registrering väntar på att skickas</numerusform>
            <numerusform>{n} registreringar väntar på att skickas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.refused</source>
        <translation>
            <numerusform>{n} registrering kräver chefens uppmärksamhet</numerusform>
            <numerusform>{n} registreringar kräver chefens uppmärksamhet</numerusform>
        </translation>
    </message>
    <message>
        <source>status.offline_since</source>
        <translation>Ingen förbindelse sedan {time}. Du kan fortsätta ge biljetter.</translation>
    </message>
    <message>
        <source>status.offline_only</source>
        <translation>Ingen förbindelse sedan {time}.</translation>
    </message>
    <message numerus="yes">
        <source>status.given_today</source>
        <translation>
            <numerusform>{n} biljett har getts i dag</numerusform>
            <numerusform>{n} biljetter har getts i dag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_minutes</source>
        <translation>
            <numerusform>listan {n} min</numerusform>
            <numerusform>listan {n} min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_hours</source>
        <translation>
            <numerusform>listan {n} h</numerusform>
            <numerusform>listan {n} h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>status.list_days</source>
        <translation>
            <numerusform>listan {n} dag gammal</numerusform>
            <numerusform>listan {n} dagar gammal</numerusform>
        </translation>
    </message>
    <message>
        <source>status.scanner</source>
        <translation>läsaren är klar</translation>
    </message>
    <message>
        <source>status.scanner_layout</source>
        <translation>läsarens tangentbord är ett annat än datorns (F12)</translation>
    </message>
    <message>
        <source>status.clock_ok</source>
        <translation>klockan går rätt</translation>
    </message>
    <message>
        <source>status.clock_doubt</source>
        <translation>Kontrollera datorns klocka</translation>
    </message>
    <message>
        <source>status.disk_low</source>
        <translation>ont om plats på disken (F12)</translation>
    </message>
    <message numerus="yes">
        <source>status.others</source>
        <translation>
            <numerusform>ett annat fönster är också öppet</numerusform>
            <numerusform>{n} andra fönster är öppna</numerusform>
        </translation>
    </message>
    <message>
        <source>first_run.title</source>
        <translation>Ta kassan i bruk</translation>
    </message>
    <message>
        <source>first_run.intro</source>
        <translation>Du får serverns adress och engångskoden av den som sköter systemet. Koden gäller en gång.</translation>
    </message>
    <message>
        <source>first_run.hub</source>
        <translation>Serverns adress</translation>
    </message>
    <message>
        <source>first_run.code</source>
        <translation>Engångskod</translation>
    </message>
    <message>
        <source>first_run.picture</source>
        <translation>Läs koden från en bild</translation>
    </message>
    <message>
        <source>first_run.picture_hint</source>
        <translation>Du kan också visa QR-koden för kameran eller släppa en bild av den här.</translation>
    </message>
    <message>
        <source>first_run.drop_hint</source>
        <translation>Du kan också släppa en bild av QR-koden här.</translation>
    </message>
    <message>
        <source>first_run.picture_none</source>
        <translation>Bilden har ingen engångskod. Prova en annan bild eller skriv in koden.</translation>
    </message>
    <message>
        <source>first_run.name</source>
        <translation>Kassans namn</translation>
    </message>
    <message>
        <source>first_run.start</source>
        <translation>Ta i bruk</translation>
    </message>
    <message>
        <source>first_run.connecting</source>
        <translation>Kontaktar servern…</translation>
    </message>
    <message>
        <source>first_run.fetching</source>
        <translation>Hämtar kortlistan: {done} / {total}</translation>
    </message>
    <message>
        <source>first_run.fetching.without_total</source>
        <translation>Hämtar kortlistan…</translation>
    </message>
    <message>
        <source>first_run.checking</source>
        <translation>Kontrollerar kortlistan…</translation>
    </message>
    <message>
        <source>first_run.retry</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>first_run.pin_intro</source>
        <translation>Välj chefens PIN-kod. Med den öppnas chefens sida.</translation>
    </message>
    <message>
        <source>first_run.pin_later</source>
        <translation>Senare</translation>
    </message>
    <message>
        <source>pin.label</source>
        <translation>PIN-kod</translation>
    </message>
    <message>
        <source>pin.again</source>
        <translation>PIN-koden på nytt</translation>
    </message>
    <message>
        <source>pin.open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>pin.set</source>
        <translation>Spara PIN-koden</translation>
    </message>
    <message>
        <source>pin.wrong</source>
        <translation>PIN-koden stämmer inte. Försök igen.</translation>
    </message>
    <message>
        <source>pin.locked</source>
        <translation>Fel PIN-kod för många gånger. Du kan försöka igen {time}.</translation>
    </message>
    <message numerus="yes">
        <source>pin.short</source>
        <translation>
            <numerusform>PIN-koden har minst {n} tecken.</numerusform>
            <numerusform>PIN-koden har minst {n} tecken.</numerusform>
        </translation>
    </message>
    <message>
        <source>pin.differs</source>
        <translation>PIN-koderna är inte lika. Skriv dem på nytt.</translation>
    </message>
    <message>
        <source>pin.none</source>
        <translation>Det finns ingen PIN-kod för chefen ännu. Välj den nu.</translation>
    </message>
    <message>
        <source>pin.forgotten</source>
        <translation>Har du glömt PIN-koden? Be den som sköter systemet om en engångskod och skriv den i rutan.</translation>
    </message>
    <message>
        <source>pin.reset</source>
        <translation>Engångskoden stämmer. Välj en ny PIN-kod.</translation>
    </message>
    <message>
        <source>manager.quotas</source>
        <translation>Kaikukortsbiljetter per dag</translation>
    </message>
    <message>
        <source>manager.intro</source>
        <translation>Skriv hur många biljetter som ges per dag. Tomt betyder ingen gräns. 0 betyder att inga biljetter ges. Finns det flera gränser måste det finnas plats inom alla.</translation>
    </message>
    <message>
        <source>manager.cell</source>
        <translation>{offer}, {date}</translation>
    </message>
    <message>
        <source>manager.whole</source>
        <translation>Hela besöksmålet</translation>
    </message>
    <message>
        <source>manager.whole_venue</source>
        <translation>Hela besöksmålet: {what}</translation>
    </message>
    <message>
        <source>manager.sold_out</source>
        <translation>Slutsålt</translation>
    </message>
    <message>
        <source>manager.not_sold_out</source>
        <translation>Inte slutsålt</translation>
    </message>
    <message>
        <source>manager.trusting</source>
        <translation>Får överskridas</translation>
    </message>
    <message>
        <source>manager.strict</source>
        <translation>Får inte överskridas</translation>
    </message>
    <message>
        <source>manager.is_trusting</source>
        <translation>får överskridas</translation>
    </message>
    <message>
        <source>manager.shows</source>
        <translation>Föreställningar</translation>
    </message>
    <message>
        <source>manager.hide_shows</source>
        <translation>Bara dagar</translation>
    </message>
    <message>
        <source>manager.trusting_means</source>
        <translation>En kassa utan förbindelse får överskrida gränsen. Varje överskridning antecknas.</translation>
    </message>
    <message>
        <source>manager.at_once</source>
        <translation>Ge genast</translation>
    </message>
    <message>
        <source>manager.not_at_once</source>
        <translation>Ge med Enter</translation>
    </message>
    <message>
        <source>manager.at_once_means</source>
        <translation>En enda biljett registreras genast när kortet läses, om det inte finns något att fråga eller läsa. Gäller den här kassan och hela besöksmålet.</translation>
    </message>
    <message>
        <source>manager.at_once_on</source>
        <translation>Sparat. Den här kassan ger nu biljetten genast.</translation>
    </message>
    <message>
        <source>manager.at_once_off</source>
        <translation>Sparat. Den här kassan ger igen biljetten med Enter.</translation>
    </message>
    <message>
        <source>manager.no_shows</source>
        <translation>Dagen har inga föreställningar.</translation>
    </message>
    <message numerus="yes">
        <source>manager.show_count</source>
        <translation>
            <numerusform>{n} föreställning</numerusform>
            <numerusform>{n} föreställningar</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.no_offers</source>
        <translation>Besöksmålet har inget utbud ännu.</translation>
    </message>
    <message>
        <source>manager.saved</source>
        <translation>Sparat. Gränsen gäller genast i den här kassan.</translation>
    </message>
    <message>
        <source>manager.not_saved</source>
        <translation>Ändringen sparades inte: det som gällde gäller fortfarande. Försök igen.</translation>
    </message>
    <message>
        <source>manager.bad_number</source>
        <translation>Skriv ett heltal, högst {most}, eller lämna rutan tom.</translation>
    </message>
    <message>
        <source>manager.lock</source>
        <translation>Lås och gå till kassan</translation>
    </message>
    <message>
        <source>manager.locked</source>
        <translation>Sidan låstes eftersom den inte användes.</translation>
    </message>
    <message>
        <source>settle.title</source>
        <translation>Att se över: {n}</translation>
    </message>
    <message>
        <source>settle.intro</source>
        <translation>Kunden behåller sin biljett. Detta är för kännedom: kassan kunde inte veta det när biljetten gavs.</translation>
    </message>
    <message>
        <source>settle.none</source>
        <translation>Ingenting att se över.</translation>
    </message>
    <message>
        <source>settle.next</source>
        <translation>Registreringen finns kvar på den här datorn. Stödtjänsten hjälper till att rätta den: berätta orsaken och klockslaget.</translation>
    </message>
    <message>
        <source>settle.seen</source>
        <translation>Sett</translation>
    </message>
    <message>
        <source>settle.agreed</source>
        <translation>Överenskommet med stödtjänsten</translation>
    </message>
    <message>
        <source>settle.ours</source>
        <translation>Vårt eget misstag</translation>
    </message>
    <message>
        <source>settle.corrected</source>
        <translation>Rättat med en ny registrering</translation>
    </message>
    <message>
        <source>settle.anew</source>
        <translation>Skicka som en ny registrering</translation>
    </message>
    <message>
        <source>settle.why</source>
        <translation>Alla kontroller</translation>
    </message>
    <message>
        <source>settle.less</source>
        <translation>Färre kontroller</translation>
    </message>
    <message>
        <source>settle.here</source>
        <translation>den här kassan</translation>
    </message>
    <message>
        <source>settle.forked</source>
        <translation>Kassans registreringar går två vägar: troligen har en kopia av dess filer återställts.</translation>
    </message>
    <message>
        <source>settle.shut_out</source>
        <translation>Biljetter kom från en kassa som inte längre var i bruk.</translation>
    </message>
    <message>
        <source>settle.paper</source>
        <translation>Biljetten gavs på papper när programmet inte var i bruk. Enligt reglerna hade den inte getts. Kunden behåller biljetten.</translation>
    </message>
    <message>
        <source>settle.other</source>
        <translation>Servern ber dig se över detta. En nyare version av programmet berättar mer.</translation>
    </message>
    <message>
        <source>settle.unread</source>
        <translation>Registreringen kunde inte läsas.</translation>
    </message>
    <message numerus="yes">
        <source>settle.sides_left</source>
        <translation>
            <numerusform>Och {n} registrering till.</numerusform>
            <numerusform>Och {n} registreringar till.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>settle.left</source>
        <translation>
            <numerusform>{n} till visas när de här är kvitterade.</numerusform>
            <numerusform>{n} till visas när de här är kvitterade.</numerusform>
        </translation>
    </message>
    <message>
        <source>settle.number_here</source>
        <translation>{time}, i den här kassan: {seen} ändrades till {typed}.</translation>
    </message>
    <message>
        <source>settle.number_elsewhere</source>
        <translation>{time}, i en annan kassa: {seen} ändrades till {typed}.</translation>
    </message>
    <message>
        <source>settle.number_cut</source>
        <translation>Tillsammans skulle ändringarna ge {n}.</translation>
    </message>
    <message>
        <source>settle.number_stands</source>
        <translation>Nu gäller {number}. Ändringarna kände inte till varandra.</translation>
    </message>
    <message>
        <source>settle.set_number</source>
        <translation>Sätt {number}</translation>
    </message>
    <message>
        <source>about.title</source>
        <translation>Om Kaikuportti</translation>
    </message>
    <message>
        <source>about.what</source>
        <translation>Kaikuportti kontrollerar Kaikukortet vid biljettkassan, också utan nätverk.</translation>
    </message>
    <message>
        <source>about.version</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>about.rules</source>
        <translation>Gällande regler: {rules}</translation>
    </message>
    <message>
        <source>about.licence</source>
        <translation>Licens: {licence}</translation>
    </message>
    <message>
        <source>about.scheme</source>
        <translation>Kaikukortet utvecklas av tjänsten Kultur för alla (För kultur på lika villkor rf). Det här programmet är inte utgivet av tjänsten.</translation>
    </message>
    <message>
        <source>window.menu</source>
        <translation>Meny</translation>
    </message>
    <message>
        <source>window.look</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <source>window.text_size</source>
        <translation>Textstorlek</translation>
    </message>
    <message>
        <source>window.camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>window.scanner</source>
        <translation>Seriell läsare</translation>
    </message>
    <message>
        <source>window.sounds</source>
        <translation>Mjuka ljud</translation>
    </message>
    <message>
        <source>scanner.off</source>
        <translation>Används inte</translation>
    </message>
    <message>
        <source>scanner.auto</source>
        <translation>Söks automatiskt</translation>
    </message>
    <message>
        <source>look.system</source>
        <translation>Som i systemet</translation>
    </message>
    <message>
        <source>look.light</source>
        <translation>Ljust</translation>
    </message>
    <message>
        <source>look.dark</source>
        <translation>Mörkt</translation>
    </message>
    <message>
        <source>keyboard.us</source>
        <translation>USA</translation>
    </message>
    <message>
        <source>keyboard.fi</source>
        <translation>Finland eller Sverige</translation>
    </message>
    <message>
        <source>keyboard.fr</source>
        <translation>Frankrike</translation>
    </message>
    <message>
        <source>scan_test.title</source>
        <translation>Test av läsaren</translation>
    </message>
    <message>
        <source>training.title</source>
        <translation>Övning</translation>
    </message>
    <message>
        <source>training.cards</source>
        <translation>Övningskort</translation>
    </message>
    <message>
        <source>training.end</source>
        <translation>Avsluta övningen</translation>
    </message>
    <message>
        <source>training.desk</source>
        <translation>Övningskassa</translation>
    </message>
    <message>
        <source>training.intro</source>
        <translation>Gå igenom korten uppifrån och ner. Knappen läser kortet så som en läsare skulle göra. Välj också andra evenemang till vänster: de sista platserna, fullt, slutsålt, kurs, utställning och pop up-förmån. Chefens PIN-kod är {pin} i övningen.</translation>
    </message>
    <message>
        <source>training.offline</source>
        <translation>Öva utan förbindelse</translation>
    </message>
    <message numerus="yes">
        <source>training.real</source>
        <translation>
            <numerusform>Det här är ett riktigt Kaikukort ({card}). Det kontrolleras inte i övningen. Enter avslutar övningen och kontrollerar kortet genast. Esc fortsätter övningen.</numerusform>
            <numerusform>{n} riktiga Kaikukort lästes, senast {card}. De kontrolleras inte i övningen. Enter avslutar övningen och kontrollerar korten genast. Esc fortsätter övningen.</numerusform>
        </translation>
    </message>
    <message>
        <source>training.card_in_earnest</source>
        <translation>Det här är ett övningskort. Ctrl+T startar övningen.</translation>
    </message>
    <message>
        <source>training.customer_first</source>
        <translation>Betjäna den här kunden först. Esc tömmer skärmen, sedan startar Ctrl+T övningen.</translation>
    </message>
    <message>
        <source>customer.title</source>
        <translation>Kundens vy</translation>
    </message>
    <message>
        <source>customer.keys</source>
        <translation>F8 byter språk, F9 eller Esc går tillbaka.</translation>
    </message>
    <message>
        <source>scan_test.intro</source>
        <translation>Läs ett kort eller någon annan kod. På den här sidan ges inga biljetter och ingenting sparas.</translation>
    </message>
    <message>
        <source>scan_test.nothing</source>
        <translation>ingenting</translation>
    </message>
    <message>
        <source>scan_test.way</source>
        <translation>Läst med: {what}</translation>
    </message>
    <message>
        <source>scan_test.way_hand</source>
        <translation>handläsare som tangentbord</translation>
    </message>
    <message>
        <source>scan_test.way_typed</source>
        <translation>skrivet för hand</translation>
    </message>
    <message>
        <source>scan_test.way_serial</source>
        <translation>handläsare i en serieport</translation>
    </message>
    <message>
        <source>scan_test.way_camera</source>
        <translation>kamera</translation>
    </message>
    <message>
        <source>scan_test.way_picture</source>
        <translation>bildfil</translation>
    </message>
    <message>
        <source>scan_test.code</source>
        <translation>Kort {card}. Antal lästa tecken: {n}.</translation>
    </message>
    <message>
        <source>scan_test.no_code</source>
        <translation>Detta är ingen kod på ett Kaikukort. Antal lästa tecken: {n}.</translation>
    </message>
    <message>
        <source>scan_test.signs</source>
        <translation>Antal lästa tecken: {n}.</translation>
    </message>
    <message>
        <source>scan_test.check_right</source>
        <translation>Kontrolltecknet är rätt</translation>
    </message>
    <message>
        <source>scan_test.check_wrong</source>
        <translation>Kontrolltecknet är fel. Läs på nytt.</translation>
    </message>
    <message>
        <source>scan_test.check_unused</source>
        <translation>Dessa kort har inget kontrolltecken</translation>
    </message>
    <message>
        <source>scan_test.check_no_code</source>
        <translation>Det finns inget kontrolltecken</translation>
    </message>
    <message>
        <source>scan_test.kind</source>
        <translation>Kodtyp: {what}</translation>
    </message>
    <message>
        <source>scan_test.kind_unknown</source>
        <translation>Kodtyp: läsaren anger den inte</translation>
    </message>
    <message>
        <source>scan_test.around</source>
        <translation>Före koden: {seen}. Efter koden: {typed}.</translation>
    </message>
    <message>
        <source>scan_test.rhythm</source>
        <translation>Mellan tecknen {n} ms, längst {most} ms</translation>
    </message>
    <message>
        <source>scan_test.layout</source>
        <translation>Kortet lästes rätt. Läsarens tangentbord: {seen}. Datorns tangentbord: {typed}. Ställ in läsarens tangentbord på {typed}; handboken visar hur.</translation>
    </message>
    <message>
        <source>scan_test.enter_first</source>
        <translation>Läsaren skickar Enter före koden. Ta bort det med hjälp av läsarens handbok, för Enter ger en biljett.</translation>
    </message>
    <message>
        <source>scan_test.slow</source>
        <translation>Tecknen kom som när man skriver. Om läsaren skickade dem, förkorta tiden mellan tecknen (inter-character delay) till under 40 ms.</translation>
    </message>
    <message>
        <source>scan_test.again</source>
        <translation>Tecknen kommer fram. Om detta var ett Kaikukort, läs det på nytt.</translation>
    </message>
    <message>
        <source>scan_test.not_yet</source>
        <translation>Tecknen kommer fram. Kaikukort känns igen när den här kassan har anslutits till servern.</translation>
    </message>
    <message>
        <source>scan_test.fine</source>
        <translation>Läsaren fungerar. Ingenting behöver ställas in.</translation>
    </message>
    <message>
        <source>preflight.title</source>
        <translation>Är allt i ordning?</translation>
    </message>
    <message>
        <source>preflight.menu</source>
        <translation>Kontroll och test av läsaren</translation>
    </message>
    <message>
        <source>preflight.all_ready</source>
        <translation>Allt är klart.</translation>
    </message>
    <message numerus="yes">
        <source>preflight.some</source>
        <translation>
            <numerusform>{n} sak bör åtgärdas.</numerusform>
            <numerusform>{n} saker bör åtgärdas.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.look</source>
        <translation>{seen} Mer: F12.</translation>
    </message>
    <message>
        <source>preflight.lists</source>
        <translation>Listor</translation>
    </message>
    <message>
        <source>preflight.lists_fresh</source>
        <translation>Kort, antal och program hämtades {time}. Biljetter kan ges fram till {date}, också om förbindelsen bryts.</translation>
    </message>
    <message>
        <source>preflight.line</source>
        <translation>Förbindelse</translation>
    </message>
    <message>
        <source>preflight.line_on</source>
        <translation>Förbindelsen fungerar.</translation>
    </message>
    <message>
        <source>preflight.others</source>
        <translation>Fönster</translation>
    </message>
    <message numerus="yes">
        <source>preflight.others_open</source>
        <translation>
            <numerusform>Kaikuportti är öppet också i ett annat fönster. Båda fungerar och biljetterna är gemensamma. Läsaren skriver i det fönster som ligger främst.</numerusform>
            <numerusform>Kaikuportti är öppet i {n} andra fönster. Alla fungerar och biljetterna är gemensamma. Läsaren skriver i det fönster som ligger främst.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.rights</source>
        <translation>Biljetter</translation>
    </message>
    <message>
        <source>preflight.rights_free</source>
        <translation>Biljetter kan ges också utan förbindelse.</translation>
    </message>
    <message>
        <source>preflight.rights_away</source>
        <translation>{offer}: den här kassan har inga biljetter just nu. En annan kassa kan ha.</translation>
    </message>
    <message>
        <source>preflight.rights_asked</source>
        <translation>{offer}: en biljett begärs från servern när kunden kommer.</translation>
    </message>
    <message>
        <source>preflight.giving</source>
        <translation>Att ge biljetter</translation>
    </message>
    <message>
        <source>preflight.at_once</source>
        <translation>{what}: en enda biljett registreras genast när kortet läses, om det inte finns något att fråga eller läsa. Tryck annars på Enter.</translation>
    </message>
    <message>
        <source>preflight.waiting</source>
        <translation>Sändning</translation>
    </message>
    <message>
        <source>preflight.waiting_safe</source>
        <translation>{seen}. Registreringarna är i behåll och skickas av sig själva.</translation>
    </message>
    <message numerus="yes">
        <source>preflight.refused</source>
        <translation>
            <numerusform>{n} registrering kräver chefens uppmärksamhet (F10, F7). Kunden behåller biljetten.</numerusform>
            <numerusform>{n} registreringar kräver chefens uppmärksamhet (F10, F7). Kunderna behåller biljetterna.</numerusform>
        </translation>
    </message>
    <message>
        <source>preflight.scanner</source>
        <translation>Läsare</translation>
    </message>
    <message>
        <source>preflight.scanner_untried</source>
        <translation>Prova genom att läsa någon kod på den här sidan.</translation>
    </message>
    <message>
        <source>preflight.scanner_reads</source>
        <translation>Läsaren fungerar: den har läst en kod.</translation>
    </message>
    <message>
        <source>preflight.scanner_layout</source>
        <translation>Läsaren fungerar, men dess tangentbord är ett annat än datorns. Läs en kod på den här sidan: du ser vad som ska väljas i läsaren.</translation>
    </message>
    <message>
        <source>preflight.clock</source>
        <translation>Klocka</translation>
    </message>
    <message>
        <source>preflight.clock_right</source>
        <translation>Klockan går rätt: {time}.</translation>
    </message>
    <message>
        <source>preflight.clock_doubt</source>
        <translation>Datorns klocka verkar gå fel. Ställ den rätt. När förbindelsen fungerar rättas tiden av sig själv.</translation>
    </message>
    <message>
        <source>preflight.disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>preflight.disk_room</source>
        <translation>Det finns {n} GB ledigt på disken.</translation>
    </message>
    <message>
        <source>preflight.disk_low</source>
        <translation>Det finns bara {n} MB ledigt på disken. Biljetter kan ges, men en ny kortlista får kanske inte plats. Ta bort onödiga filer eller kontakta stödet.</translation>
    </message>
    <message>
        <source>preflight.disk_full</source>
        <translation>Disken är full: {n} MB ledigt. En registrering sparas kanske inte. Ta genast bort onödiga filer eller kontakta stödet.</translation>
    </message>
    <message>
        <source>preflight.keys</source>
        <translation>Kryptering</translation>
    </message>
    <message>
        <source>preflight.keys_ring</source>
        <translation>Uppgifterna är krypterade. Nyckeln finns i datorns nyckelring.</translation>
    </message>
    <message>
        <source>preflight.keys_phrase</source>
        <translation>Uppgifterna är krypterade. Nyckeln öppnas med en lösenfras.</translation>
    </message>
    <message>
        <source>preflight.keys_file</source>
        <translation>Uppgifterna är krypterade, men nyckeln är en fil i samma mapp. Det skyddar bara lite.</translation>
    </message>
    <message>
        <source>preflight.help</source>
        <translation>Hjälp</translation>
    </message>
    <message>
        <source>contact.support</source>
        <translation>Stödtjänst: {what}</translation>
    </message>
    <message>
        <source>contact.area</source>
        <translation>Områdets kontakt ({area}): {what}</translation>
    </message>
    <message>
        <source>give.enter_hint</source>
        <translation>Registrera med Enter.</translation>
    </message>
    <message>
        <source>give.seen_hint</source>
        <translation>Titta på kortet. Enter registrerar att du sett det.</translation>
    </message>
    <message>
        <source>verdict.course_from</source>
        <translation>Nästa kurs från {date}.</translation>
    </message>
    <message>
        <source>at_once.ready</source>
        <translation>En enda biljett registreras genast när kortet läses. Enter behövs inte.</translation>
    </message>
    <message>
        <source>at_once.given</source>
        <translation>Registrerades genast, utan Enter.</translation>
    </message>
    <message>
        <source>give.undo_hint</source>
        <translation>Nästa kort kan läsas genast. Ångra: Ctrl+Z.</translation>
    </message>
    <message numerus="yes">
        <source>queue.waiting</source>
        <translation>
            <numerusform>{n} kort väntar på sin tur.</numerusform>
            <numerusform>{n} kort väntar på sin tur.</numerusform>
        </translation>
    </message>
    <message>
        <source>queue.nothing</source>
        <translation>Det förra kortet, {card}, fick ingen biljett.</translation>
    </message>
    <message numerus="yes">
        <source>queue.given</source>
        <translation>
            <numerusform>Det förra kortet, {card}, fick {n} biljett.</numerusform>
            <numerusform>Det förra kortet, {card}, fick {n} biljetter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>provisional.tickets</source>
        <translation>
            <numerusform>Se efter kortets sista giltighetsdag. Om den inte har passerat, ge {n} biljett.</numerusform>
            <numerusform>Se efter kortets sista giltighetsdag. Om den inte har passerat, ge {n} biljetter.</numerusform>
        </translation>
    </message>
    <message>
        <source>provisional.place</source>
        <translation>Se efter kortets sista giltighetsdag. Om den inte har passerat kan du fortsätta.</translation>
    </message>
    <message>
        <source>change.word</source>
        <translation>Biljetterna ändras</translation>
    </message>
    <message numerus="yes">
        <source>change.more</source>
        <translation>
            <numerusform>Ge {n} barnbiljett till.</numerusform>
            <numerusform>Ge {n} barnbiljetter till.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.fewer</source>
        <translation>
            <numerusform>Ta tillbaka {n} barnbiljett.</numerusform>
            <numerusform>Ta tillbaka {n} barnbiljetter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.assistant</source>
        <translation>
            <numerusform>Ge en biljett till assistenten eller tolken.</numerusform>
            <numerusform>Ge {n} biljetter till assistenter eller tolkar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.no_assistant</source>
        <translation>
            <numerusform>Ta tillbaka assistentens eller tolkens biljett.</numerusform>
            <numerusform>Ta tillbaka {n} biljetter för assistenter eller tolkar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change.none</source>
        <translation>
            <numerusform>Ingen ändring. Kortet har {n} biljett.</numerusform>
            <numerusform>Ingen ändring. Kortet har {n} biljetter.</numerusform>
        </translation>
    </message>
    <message>
        <source>change.hint</source>
        <translation>Om antalet barn ändras, tryck på + eller −.</translation>
    </message>
    <message>
        <source>undo.late_hint</source>
        <translation>Chefen kan ta tillbaka biljetterna: F6.</translation>
    </message>
    <message>
        <source>undo.pin_hint</source>
        <translation>Chefens PIN-kod: F6.</translation>
    </message>
    <message>
        <source>undo.manager</source>
        <translation>Bara chefen kan ändra biljetter som gavs en tidigare dag.</translation>
    </message>
    <message>
        <source>undo.manager_card</source>
        <translation>Nu kan bara chefen ångra detta: läs kortet och tryck på F6.</translation>
    </message>
    <message>
        <source>undo.nothing</source>
        <translation>I dag finns det inga biljetter att ångra.</translation>
    </message>
    <message>
        <source>change.book</source>
        <translation>Registrera ändringen</translation>
    </message>
    <message numerus="yes">
        <source>change.done</source>
        <translation>
            <numerusform>Ändringen registrerad: {n} biljett</numerusform>
            <numerusform>Ändringen registrerad: {n} biljetter</numerusform>
        </translation>
    </message>
    <message>
        <source>look_only.band</source>
        <translation>Bara kontroll: inga biljetter ges.</translation>
    </message>
    <message>
        <source>look_only.end</source>
        <translation>Ge biljetter igen</translation>
    </message>
    <message>
        <source>look_only.over</source>
        <translation>Biljetter ges igen.</translation>
    </message>
    <message>
        <source>lift.open</source>
        <translation>Med chefens tillstånd…</translation>
    </message>
    <message>
        <source>lift.why</source>
        <translation>Detta tillåts: {what}. Vad är skälet?</translation>
    </message>
    <message>
        <source>lift.or_back</source>
        <translation>Biljetterna som redan getts kan också tas tillbaka.</translation>
    </message>
    <message>
        <source>lift.take_back</source>
        <translation>Ta tillbaka biljetterna</translation>
    </message>
    <message>
        <source>lift.try</source>
        <translation>Tillåt</translation>
    </message>
    <message numerus="yes">
        <source>manager.given_count</source>
        <translation>
            <numerusform>{n} given</numerusform>
            <numerusform>{n} givna</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.over</source>
        <translation>
            <numerusform>{n} över kvoten</numerusform>
            <numerusform>{n} över kvoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.lent</source>
        <translation>
            <numerusform>{n} hos andra kassor</numerusform>
            <numerusform>{n} hos andra kassor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>manager.lent_heard</source>
        <translation>
            <numerusform>{n} hos andra kassor (uppgift {time})</numerusform>
            <numerusform>{n} hos andra kassor (uppgift {time})</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.in_force</source>
        <translation>gäller i {n} av {k} kassor</translation>
    </message>
    <message numerus="yes">
        <source>manager.asked</source>
        <translation>
            <numerusform>{n} frågade och fick ingen</numerusform>
            <numerusform>{n} frågade och fick ingen</numerusform>
        </translation>
    </message>
    <message>
        <source>manager.on_its_way</source>
        <translation>på väg</translation>
    </message>
    <message>
        <source>opening.busy</source>
        <translation>Kassan öppnas…</translation>
    </message>
    <message>
        <source>opening.passphrase</source>
        <translation>Kassans lösenfras</translation>
    </message>
    <message>
        <source>first_run.stopped</source>
        <translation>Kortlistan är inte här ännu. Du kan fortsätta hämta den; det som redan kommit hämtas inte på nytt.</translation>
    </message>
    <message>
        <source>status.connecting</source>
        <translation>Ansluter…</translation>
    </message>
    <message>
        <source>first_run.unreachable</source>
        <translation>Servern kan inte nås. Kontrollera adressen och nätet och försök igen.</translation>
    </message>
    <message>
        <source>first_run.code_refused</source>
        <translation>Koden godkänns inte. Kontrollera tecknen eller be den som sköter systemet om en ny kod.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>title</source>
        <translation>Snabbguide</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>Läs kortet när som helst, var i fönstret du än är.</translation>
    </message>
    <message>
        <source>give</source>
        <translation>Enter ger biljetterna.</translation>
    </message>
    <message>
        <source>go_on</source>
        <translation>Efter att biljetterna getts går Enter vidare till nästa kund. Nästa kort kan läsas genast.</translation>
    </message>
    <message>
        <source>at_once</source>
        <translation>Chefen kan välja att kassan ger biljetten genast: en enda biljett registreras utan Enter, om det inte finns något att fråga eller läsa. Ctrl+Z ångrar.</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Ett kort som läses medan ett annat söks upp väntar på sin tur. Samma kort igen ändrar ingenting.</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>Esc tömmer skärmen. Inget registreras.</translation>
    </message>
    <message>
        <source>why</source>
        <translation>F1 visar hur resultatet kom till.</translation>
    </message>
    <message>
        <source>children</source>
        <translation>+ och − ändrar antalet barn. A lägger till en assistent eller tolk.</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Om kortet redan har biljetter lägger + och − till eller tar bort barnbiljetter. Enter registrerar ändringen.</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Organisationens kort startar en grupp. Läs sedan medlemmarnas egna kort.</translation>
    </message>
    <message>
        <source>bringer</source>
        <translation>E byter vem som kommer med gruppen: en anställd, en studerande eller en frivillig. Det går bara till statistiken.</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>G lägger till ett barn som ännu inte kan ha ett eget kort, om reglerna tillåter det.</translation>
    </message>
    <message>
        <source>bookings</source>
        <translation>R gör en bokning för kortet på skärmen. Ctrl+R visar bokningarna till föreställningen.</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>En felaktig registrering ångras samma dag i listan över givna biljetter.</translation>
    </message>
    <message>
        <source>undo_late</source>
        <translation>Biljetter från en tidigare dag tas tillbaka av chefen: läs kortet, tryck på F6, PIN-kod och 5.</translation>
    </message>
    <message>
        <source>look_only</source>
        <translation>Ctrl+N: bara kontroll. Kort kontrolleras men inga biljetter ges. Ctrl+N på nytt: som vanligt.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>Läs den stora meningen. Den säger vad du ska göra.</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>Om datorn inte fungerar, skriv korten på pappersblanketten och ge biljetterna. Registrera raderna senare: Ctrl+E.</translation>
    </message>
    <message>
        <source>cheat</source>
        <translation>Minneslista för kassan</translation>
    </message>
    <message>
        <source>whom</source>
        <translation>Hjälp får du här:</translation>
    </message>
    <message>
        <source>key.enter</source>
        <translation>ger biljetterna</translation>
    </message>
    <message>
        <source>key.esc</source>
        <translation>tömmer skärmen, tillbaka</translation>
    </message>
    <message>
        <source>key.children</source>
        <translation>ett barn mer, ett mindre</translation>
    </message>
    <message>
        <source>key.assistant</source>
        <translation>assistent eller tolk</translation>
    </message>
    <message>
        <source>key.why</source>
        <translation>varför</translation>
    </message>
    <message>
        <source>key.days</source>
        <translation>nästa dag, föregående, en viss dag</translation>
    </message>
    <message>
        <source>key.events</source>
        <translation>evenemangen</translation>
    </message>
    <message>
        <source>key.book</source>
        <translation>bokar biljetten, ger den inte ännu</translation>
    </message>
    <message>
        <source>key.bookings</source>
        <translation>evenemangets bokningar</translation>
    </message>
    <message>
        <source>key.code</source>
        <translation>skriv kortets kod</translation>
    </message>
    <message>
        <source>key.given</source>
        <translation>givna biljetter</translation>
    </message>
    <message>
        <source>key.allow</source>
        <translation>chefen tillåter</translation>
    </message>
    <message>
        <source>key.undo</source>
        <translation>ångra det senaste; Delete den valda raden</translation>
    </message>
    <message>
        <source>key.picture</source>
        <translation>öppna en bild av kortet</translation>
    </message>
    <message>
        <source>key.group</source>
        <translation>grupp: vem som kommer med, ett barn till, den sista bort</translation>
    </message>
    <message>
        <source>key.look_only</source>
        <translation>bara kontroll: inga biljetter ges</translation>
    </message>
    <message>
        <source>key.paper</source>
        <translation>registrera från papper</translation>
    </message>
    <message>
        <source>key.print</source>
        <translation>denna guide för utskrift</translation>
    </message>
    <message>
        <source>key.customer</source>
        <translation>kundens vy; Shift: kundens språk</translation>
    </message>
    <message>
        <source>key.training</source>
        <translation>övning börjar och slutar</translation>
    </message>
    <message>
        <source>key.practice</source>
        <translation>övning: korten</translation>
    </message>
    <message>
        <source>key.language</source>
        <translation>språk</translation>
    </message>
    <message>
        <source>key.size</source>
        <translation>textstorlek</translation>
    </message>
    <message>
        <source>key.whole</source>
        <translation>hela skärmen</translation>
    </message>
    <message>
        <source>key.ready</source>
        <translation>är allt i ordning</translation>
    </message>
    <message>
        <source>key.arrows</source>
        <translation>rör dig i listan; PgUp och PgDn även i ett långt svar</translation>
    </message>
    <message>
        <source>key.tab</source>
        <translation>nästa ställe; mellanslag trycker</translation>
    </message>
    <message>
        <source>key.manager</source>
        <translation>chefens sida</translation>
    </message>
    <message>
        <source>key.settle</source>
        <translation>chefen: att se över</translation>
    </message>
    <message>
        <source>key.sold_out</source>
        <translation>chefen: slutsålt</translation>
    </message>
    <message>
        <source>key.trusting</source>
        <translation>chefen: får överskridas utan förbindelse</translation>
    </message>
    <message>
        <source>key.at_once</source>
        <translation>chefen: ge genast eller med Enter</translation>
    </message>
    <message>
        <source>key.shows</source>
        <translation>chefen: dagens föreställningar</translation>
    </message>
    <message>
        <source>key.digits</source>
        <translation>siffror: en kod eller ett ärendes lösning</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>Om förbindelsen bryts, fortsätt som vanligt. Registreringarna skickas av sig själva.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Ctrl+T startar övningen med egna övningskort. Inget registreras.</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>F9 visar kunden en stor, tydlig mening på kundens språk.</translation>
    </message>
    <message>
        <source>training_cards</source>
        <translation>visar övningskorten och vad de lär ut</translation>
    </message>
    <message>
        <source>training_end</source>
        <translation>återgår till den riktiga kassan</translation>
    </message>
    <message>
        <source>manners</source>
        <translation>Bemöt alla kunder på samma sätt. Kortet är allt som behövs.</translation>
    </message>
</context>
</TS>
