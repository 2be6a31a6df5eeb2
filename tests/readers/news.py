"""One story in many languages, as a paper of each would print it: a headline, a date line, sentences. Written for these tests."""

from __future__ import annotations

from itertools import cycle

STORIES = {
    "fr": """Le bac a coulé dans le port
Publié le 10 mai 2020 à 8 h
L'ancien bac a coulé samedi matin à l'entrée du port, et l'équipage a gagné la rive à la nage.
La municipalité a déclaré dimanche que le bateau, âgé de soixante ans, n'était plus assuré depuis janvier.
« Nous avons entendu un grand bruit, puis plus rien », a raconté la gérante du café où les pêcheurs s'étaient réfugiés.
Le maire a promis qu'une enquête serait ouverte dès la fin du mois et qu'un nouveau bac arriverait l'été prochain.
En février déjà, deux passagers avaient signalé que la coque était fêlée près du gouvernail.
L'île est reliée au continent par une navette gratuite jusqu'à la mi-juin, et l'école restera fermée jusqu'à jeudi.""",
    "de": """Die Fähre ist im Hafen gesunken
10. Mai 2020, 8 Uhr
Die alte Fähre ist am Samstag früh in der Hafeneinfahrt gesunken, die Mannschaft schwamm ans Ufer zurück.
Der Bürgermeister erklärte am Sonntag, das sechzig Jahre alte Schiff sei seit Januar nicht mehr versichert gewesen.
„Wir hörten einen lauten Schlag, danach war es still“, erzählte die Wirtin, bei der die Fischer über Nacht blieben.
Ende des Monats soll geprüft werden, weshalb das Leck größer wurde, obwohl es im Februar gemeldet worden war.
Bis Mitte Juni fährt ein Bus über die Brücke, die Schüler müssen erst am nächsten Donnerstag wieder zum Unterricht.
Für das neue Schiff fehlen der Stadt noch zwölf Millionen, die Hälfte könnte das Land übernehmen.""",
    "es": """El transbordador se hundió en el puerto
10 de mayo de 2020, 8:00
El viejo transbordador se hundió el sábado por la mañana a la entrada del puerto y la tripulación nadó hasta la orilla.
El alcalde explicó el domingo que el barco, de sesenta años, no tenía seguro desde enero.
«Oímos un golpe fuerte y después nada más», contó la dueña del café donde durmieron los pescadores.
¿Por qué nadie reparó la grieta que dos pasajeros señalaron en febrero? La comisión responderá a finales de mes.
Hasta mediados de junio habrá un autobús cada mañana, y los niños volverán a la escuela el jueves próximo.
El año que viene llegará una embarcación más pequeña, según prometió también la compañía.""",
    "pl": """Prom zatonął w porcie
10 maja 2020, godz. 8
Stary prom zatonął w sobotę rano u wejścia do portu, a załoga dopłynęła wpław do brzegu.
Burmistrz powiedział w niedzielę, że sześćdziesięcioletni statek od stycznia nie był już ubezpieczony.
Usłyszeliśmy głośny trzask, a potem zrobiło się cicho, opowiadała właścicielka gospody, w której nocowali rybacy.
Śledztwo ma się zacząć pod koniec miesiąca; już w lutym dwóch pasażerów zgłosiło pęknięcie kadłuba.
Do połowy czerwca wyspę z lądem łączyć będzie łódź strażacka, a uczniowie wrócą do szkoły w przyszły czwartek.
Nowy prom kosztuje dwanaście milionów złotych i przypłynie dopiero latem przyszłego roku.""",
    "cs": """Přívoz se potopil v přístavu
10. května 2020, 8 hodin
Starý přívoz se v sobotu ráno potopil u vjezdu do přístavu a posádka doplavala ke břehu.
Starosta v neděli řekl, že šedesátiletá loď nebyla od ledna pojištěna.
Slyšeli jsme velkou ránu a potom už nic, vyprávěla hostinská, u které rybáři přečkali noc.
Vyšetřování začne koncem měsíce; již v únoru hlásili dva cestující, že je trup u kormidla prasklý.
Do poloviny června bude na ostrov jezdit hasičský člun a žáci se vrátí do školy příští čtvrtek.
Nový přívoz má přijet až v létě příštího roku a město na něj ještě nemá dost peněz.""",
    "hu": """Elsüllyedt a komp a kikötőben
2020. május 10., 8 óra
A régi komp szombat reggel süllyedt el a kikötő bejáratánál, a legénység úszva ért partot.
A polgármester vasárnap közölte, hogy a hatvanéves hajónak január óta nem volt biztosítása.
Nagy csattanást hallottunk, aztán csönd lett, mesélte a vendéglősnő, akinél a halászok az éjszakát töltötték.
A vizsgálat a hónap végén kezdődik; februárban már két utas jelezte, hogy a kormány mellett megrepedt a hajótest.
Június közepéig tűzoltócsónak viszi az embereket a szigetre, az iskola jövő csütörtökön nyit ki újra.
Az új komp csak jövő nyáron érkezik, és a városnak még nincs elég pénze rá.""",
    "ru": """Паром затонул в гавани
10 мая 2020 года, 8:00
Старый паром затонул в субботу утром у входа в гавань, команда вплавь добралась до берега.
Мэр сообщил в воскресенье, что шестидесятилетнее судно с января не было застраховано.
«Мы услышали сильный удар, а потом стало тихо», — рассказала хозяйка кафе, где ночевали рыбаки.
Расследование начнётся в конце месяца; ещё в феврале двое пассажиров заметили трещину в корпусе.
До середины июня на остров будет ходить пожарный катер, а школа откроется в следующий четверг.
Новый паром придёт только летом будущего года, и денег на него в бюджете пока не хватает.""",
    "uk": """Пором затонув у гавані
10 травня 2020 року, 8:00
Старий пором затонув у суботу вранці біля входу в гавань, команда вплав дісталася берега.
Мер повідомив у неділю, що шістдесятирічне судно від січня не було застраховане.
«Ми почули сильний удар, а потім стало тихо», — розповіла господиня кав'ярні, де ночували рибалки.
Розслідування почнеться наприкінці місяця; ще в лютому двоє пасажирів помітили тріщину в корпусі.
До середини червня на острів ходитиме пожежний катер, а школа відкриється наступного четверга.
Новий пором прийде лише влітку наступного року, і грошей на нього в бюджеті поки що бракує.""",
    "el": """Το πλοίο βυθίστηκε στο λιμάνι
10 Μαΐου 2020, 8:00
Το παλιό πλοίο βυθίστηκε το Σάββατο το πρωί στην είσοδο του λιμανιού και το πλήρωμα κολύμπησε ως την ακτή.
Ο δήμαρχος είπε την Κυριακή ότι το σκάφος, εξήντα χρονών, δεν ήταν ασφαλισμένο από τον Ιανουάριο.
«Ακούσαμε έναν δυνατό κρότο και μετά τίποτα», είπε η ιδιοκτήτρια του καφενείου όπου κοιμήθηκαν οι ψαράδες.
Η έρευνα θα αρχίσει στο τέλος του μήνα· ήδη τον Φεβρουάριο δύο επιβάτες είχαν δει μια ρωγμή.
Ως τα μέσα Ιουνίου το νησί θα εξυπηρετεί ένα μικρό σκάφος και το σχολείο θα ανοίξει την άλλη Πέμπτη.
Το νέο πλοίο θα έρθει του χρόνου το καλοκαίρι, όμως τα χρήματα δεν φτάνουν ακόμη.""",
    "tr": """Feribot limanda battı
10 Mayıs 2020, saat 8
Eski feribot cumartesi sabahı limanın girişinde battı, mürettebat kıyıya yüzerek ulaştı.
Belediye başkanı pazar günü, altmış yaşındaki geminin ocak ayından beri sigortası olmadığını söyledi.
Büyük bir gürültü duyduk, sonra her şey sustu, diye anlattı balıkçıların geceyi geçirdiği kahvenin sahibi.
Soruşturma ayın sonunda başlayacak; şubatta iki yolcu gövdedeki çatlağı zaten bildirmişti.
Haziran ortasına kadar adaya itfaiyenin teknesi gidecek, okul ise gelecek perşembe yeniden açılacak.
Yeni feribot ancak gelecek yaz gelecek, belediyenin parası da şimdilik yetmiyor.""",
    "ko": """항구에서 여객선 침몰
2020년 5월 10일 오전 8시
낡은 여객선이 토요일 아침 항구 입구에서 가라앉았고 선원들은 헤엄쳐서 뭍으로 올라왔다.
시장은 일요일에 육십 년 된 이 배가 지난 1월부터 보험에 들어 있지 않았다고 밝혔다.
어부들이 밤을 보낸 식당의 주인은 큰 소리가 난 뒤에 아무 소리도 들리지 않았다고 말했다.
조사는 이달 말에 시작되며, 승객 두 명이 이미 2월에 배 밑에 금이 갔다고 알린 바 있다.
6월 중순까지는 소방정이 섬을 오가고 학교는 다음 주 목요일에 다시 문을 연다.
새 배는 내년 여름에야 들어올 예정이지만 시의 예산은 아직 모자란다.""",
    "ja": """港でフェリーが沈没
2020年5月10日 午前8時
古いフェリーが土曜日の朝、港の入り口で沈み、乗組員は岸まで泳いで助かった。
市長は日曜日、建造から六十年になるこの船は一月から保険に入っていなかったと述べた。
漁師たちが夜を過ごした食堂の女主人は「大きな音がして、そのあとは何も聞こえなかった」と話している。
調査は今月末に始まるが、二人の乗客がすでに二月に船底のひびを知らせていた。
六月の半ばまでは消防艇が島へ通い、学校は来週の木曜日に再開する。
新しい船が来るのは来年の夏になる見通しで、市の予算はまだ足りないという。""",
    "zh": """渡轮在港口沉没
2020年5月10日 上午8时
这艘老渡轮星期六早上在港口入口处沉没，船员们游到了岸边，没有人受伤。
市长星期日表示，这艘已经使用了六十年的船从一月份起就没有保险了。
让渔民过夜的饭店老板说，她听见一声巨响，后来就什么声音也没有了。
调查将在本月底开始，早在二月份就有两名乘客报告说船底有裂缝。
到六月中旬为止，消防艇将来往于小岛和大陆之间，学校下星期四重新开学。
新的渡轮要到明年夏天才能到达，而市政府的钱现在还不够。""",
    "tw": """渡輪在港口沉沒
2020年5月10日 上午8時
這艘老渡輪星期六早上在港口入口處沉沒，船員們游到了岸邊，沒有人受傷。
市長星期日表示，這艘已經使用了六十年的船從一月份起就沒有保險了。
讓漁民過夜的飯店老闆說，她聽見一聲巨響，後來就什麼聲音也沒有了。
調查將在本月底開始，早在二月份就有兩名乘客報告說船底有裂縫。
到六月中旬為止，消防艇將來往於小島和大陸之間，學校下星期四重新開學。
新的渡輪要到明年夏天才能到達，而市政府的錢現在還不夠。""",
}

ENCODINGS = {
    "utf-8": list(STORIES),
    "utf-8-sig": list(STORIES),
    "utf-16-le": list(STORIES),
    "utf-16-be": list(STORIES),
    "utf-16": list(STORIES),
    "utf-32": list(STORIES),
    "utf-32-le": list(STORIES),
    "utf-32-be": list(STORIES),
    "cp1252": ["fr", "de", "es"],
    "iso8859-1": ["fr", "de", "es"],
    "iso8859-15": ["fr", "de", "es"],
    "mac-roman": ["fr", "de", "es"],
    "cp850": ["fr", "de", "es"],
    "cp1250": ["pl", "cs", "hu"],
    "iso8859-2": ["pl", "cs", "hu"],
    "cp1251": ["ru", "uk"],
    "koi8-r": ["ru"],
    "koi8-u": ["uk"],
    "iso8859-5": ["ru", "uk"],
    "cp866": ["ru"],
    "cp1253": ["el"],
    "iso8859-7": ["el"],
    "cp1254": ["tr"],
    "iso8859-9": ["tr"],
    "euc-kr": ["ko"],
    "cp949": ["ko"],
    "shift-jis": ["ja"],
    "cp932": ["ja"],
    "euc-jp": ["ja"],
    "iso2022-jp": ["ja"],
    "gb2312": ["zh"],
    "gbk": ["zh"],
    "gb18030": ["zh"],
    "big5": ["tw"],
}
"""The encodings that people's files are in, with the languages that are written in them."""

ONLY_IN_UNICODE = str.maketrans("—“”„«»·’", '-""""";\'')


def texts(language: str, encoding: str) -> dict[str, str]:
    """The story in three lengths: a line, about 100 words, about 400; with the characters that the encoding has."""
    head, day, *sentences = STORIES[language].splitlines()
    out = {"line": sentences[0], "short": "\n\n".join((head, day, *sentences)) + "\n"}
    more = cycle(sentences)
    out["long"] = "\n\n".join((head, day, *(f"{number}. {next(more)}" for number in range(1, 25)))) + "\n"
    return {length: _in(text, encoding) for length, text in out.items()}


def _in(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(ONLY_IN_UNICODE)
    return text
