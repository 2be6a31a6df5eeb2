"""Words that tell what kind of name stands beside them: a person, a place, an organization, or none. Tables only."""

from __future__ import annotations

from timeline.languages.en.naming import CALENDAR, FIRST_NAMES, KIN, OCCUPATIONS, STATES
from timeline.languages.en.wordlists import words_of

# ---------------------------------------------------------------- no names

# Open a sentence with a capital, or stand small beside a name.
FUNCTION = words_of(
    """
    a an the this that these those my your his her its our their some any no every each either neither both all half such what
    which whose who whom i he she it we you they me him us them one two three four five six seven eight nine ten eleven twelve
    dozens hundreds thousands millions many much few several most more less fewer another other others same own last next former
    latter late early earlier later about above across after against ahead along alongside although amid among and around as at
    away back barely based because before behind below beneath beside besides between beyond but by can cannot could despite did
    do does down due during else elsewhere enough even ever except far following for forced from further given had has have here
    how however if in indeed inside instead into is are was were be been being just least like likewise may maybe meanwhile
    might must near nearly never nevertheless nobody none nonetheless nor not nothing now of off often on once only onto
    opposite or otherwise ought out outside over past per perhaps plus quite rather regardless round seldom shall should since
    so somehow someone something sometimes somewhere soon still than thanks then there therefore thereafter though through
    throughout thus till to today together tomorrow tonight too toward towards under underneath unless unlike until up upon very
    via well when whenever where whereas wherever whether while why will with within without would yes yesterday yet always
    already again also almost ago everyone everything everybody anyone anything nowhere please let lets don't didn't doesn't
    isn't wasn't won't can't couldn't it's that's there's he's she's we're they're i'm i've we've they've i'd i'll we'll born
    according asked added calling citing speaking saying additionally official officials police critics experts analysts
    residents witnesses authorities government governments parliament ministers rumors rumours reports sources workers people
    don’t didn’t doesn’t isn’t wasn’t won’t can’t it’s that’s there’s he’s she’s we’re they’re i’m i’ve we’ve they’ve mother
    father brother sister son daughter wife husband aunt uncle grandmother grandfather thank ok okay oh hello dear sorry good
    great let's let’s what's what’s image photo picture video caption file
    """
)
# What may follow a name that belongs to nothing behind it: small words, and verbs that are no nouns.
SMALL_WORDS = FUNCTION | words_of(
    """
    has have had did does would could said says told went came took gave made began became grew met left saw sent got held led
    won lost ran agreed signed refused rejected insisted declared announced opened offered warned imposed banned blocked closed
    also who which where when that failed joined faces needs wants hopes remains remained plans expects decided
    """
) - words_of("official officials police critics experts analysts residents sources workers citizens")
# Alone these are no names, with a capital though they stand in mid-sentence.
ALONE_NO_NAME = words_of(
    """
    North South East West Northern Southern Eastern Western Central God Lord Heaven Hell Earth Moon Sun Internet Web Bible Koran
    Quran Torah Parliament Congress Government State States Republic Kingdom Empire Crown Court Cabinet Constitution Church Army
    Navy Senate House Assembly Council Ministry Union Party Bank University College School Street City Town Island Islands River
    Valley Coast Capital Christian Christians Catholic Catholics Protestant Protestants Muslim Muslims Islamic Islam Jewish Jews
    Jew Hindu Hindus Buddhist Buddhists Sunni Shia Shiite Sikh Orthodox Anglican Christianity Judaism Buddhism Communist
    Communists Socialist Democrat Democrats Republican Republicans Conservative Conservatives Labour Liberal Liberals Tory
    Tories Nazi Nazis Marxist Soviet Soviets Confederate Arctic Antarctic Renaissance Bronze Gothic Baroque Victorian Georgian
    Covid Coronavirus Olympic Olympics Paralympic Paralympics Twitter Instagram YouTube Wikipedia Facebook Windows Linux Java
    Christmas Easter Ramadan Halloween Thanksgiving Passover Hanukkah Diwali Pentecost Lent Advent Eid Board Committee
    Commission Department Office Agency Institute Society Club Team Group Association Federation Foundation
    """
)
# What ends in these is an event, a thing, a law, a work.
NO_NAME_HEADS = words_of(
    """
    War Wars Treaty Day Days Eve Week Month Year Prize Prizes Award Awards Cup Act Acts Bill Law Championship Championships
    Trophy Olympics Games Festival Hurricane Cyclone Typhoon Storm Tropical Operation Agreement Accord Accords Campaign Battle
    Crisis Revolution Depression Recession Reformation Enlightenment Age Era Century Medal Medals Order Cross Star Marathon
    Derby Open Final Finals Series Season Round Tour Race Rally Summit Conference Convention Protocol Pact Plan Project
    Programme Program Initiative Report Survey Index Amendment Constitution Charter Declaration Resolution Article Section
    Chapter Volume Edition Version Model Mark Class Type Theory Syndrome Disease Virus Fever Flu Oscar Oscars Emmy Grammy Bowl
    Super Grand Prix Rights Comet Asteroid Flight Boeing Airbus Windows Show Uprising Rebellion Massacre Affair Scandal Trial
    Case Siege Referendum Election Elections Budget Deal Fair Expo Census Shrovetide Hymn Anthem Symphony Concerto Opera Playoff
    Playoffs Spring Summer Autumn Winter Fund's Question Answer Letter Standard Time Mile Route Highway Interstate Bulletin Tax
    Scheme Fire Flood Floods Earthquake Quake Eruption Attack Attacks Bombing Inquiry Enquiry Review Talks Process Line
    Railway's
    """
)
# Letters that abbreviate no organization.
NO_ORGANIZATIONS = words_of(
    """
    GDP GMT UTC TV DVD CD CEO CFO COO HIV AIDS COVID PM AM MP MPs MEP VIP DNA RNA PhD MBA BA MA MSc GPS SUV PC IT ID PR HR AI
    UFO ATM VAT PIN SMS CCTV EST PST EDT BST CET IQ OK NB PS SARS MERS PCR ICU ER GP TNT DJ MC MVP PDF RIP DIY FAQ SOS LED LCD
    USB USD EUR GBP BC AD BCE CE KM MPH UV LNG LGBT NGO NGOs IPO WWI WWII II III IV VI VII VIII IX XI XII XIV XV XVI JR SR ST HQ
    CO RT PPE CV BREXIT URL HTML XML CPI PMI NHS's QE KO TKO ODI LBW RBI ERA IED IEDs WMD ICBM POW MIA KIA DUI THE AND FOR NOT
    YOU ARE BUT ALL NEW NOW WAS HAS HIS HER ITS WHY HOW WHAT WHEN THIS THAT WITH FROM WILL HAVE SAID YES NO
    """
)

# ---------------------------------------------------------------- people

# Before a name; no part of it.
ROLES = words_of(
    """
    Mr Mrs Ms Miss Dr Sir Dame Lord Lady Mister Madame Monsieur Herr Frau Judge Justice Inspector Superintendent Sergeant Sgt
    Captain Capt Colonel Col General Gen Major Maj Lieutenant Lt Admiral Adm Commander Cmdr Brigadier Marshal Corporal Private
    Officer Detective Constable Sheriff Coach Professor Prof Senator Sen Governor Gov Representative Rep Congressman
    Congresswoman Mayor Bishop Archbishop Cardinal Pastor Reverend Rev Rabbi Imam Ayatollah Sheikh Father Sister Brother Nurse
    President Premier Chancellor Minister Secretary Chairman Chairwoman Chairperson Chair Chief Director Manager Ambassador
    Commissioner Councillor Councilman Councilwoman Alderman Speaker Spokesman Spokeswoman Spokesperson Leader Deputy Emperor
    Empress Sultan Czar Tsar Duke Duchess Earl Count Countess Baron Baroness Viscount Marquess Attorney Prosecutor Envoy Aunt
    Uncle Grandma Grandpa Cousin Agent Vice MP Minister-president Editor Correspondent Comrade Warden Executive Undersecretary
    Prime Foreign CEO CFO COO
    """
)
# Before a role; of them only the role stays out of a name ("Foreign Minister"; but "Foreign Office").
PORTFOLIOS = words_of(
    """
    Prime Foreign Interior Home Defence Defense Finance Transport Transportation Health Education Justice Culture Trade Industry
    Labour Labor Agriculture Energy Environment Housing Development Security Planning Tourism Sports Science Immigration
    Treasury Attorney Vice Deputy Chief Former Acting Interim Senior Assistant Under Supreme Executive General Managing Lead
    Head Major Crown Police Fire Opposition Majority Minority House Senate Party Communist Democratic Republican Federal
    National State Operating Financial Technology Marketing Information Press Parliamentary Permanent Staff Lieutenant Rear Air
    Field Brigadier Special First Lady US UK
    """
)
# Part of the name that they lead.
ROYAL = words_of("King Queen Prince Princess Pope Emir")
JOBS = words_of(
    """
        leader president minister premier chancellor coach manager captain spokesman spokeswoman spokesperson chairman
        chairwoman director founder co-founder owner author writer novelist poet journalist reporter correspondent editor
        columnist presenter broadcaster's teacher lecturer professor scientist researcher historian economist analyst strategist
        engineer architect lawyer attorney solicitor barrister prosecutor judge doctor surgeon physician nurse patient farmer
        fisherman ferryman baker butcher postman driver pilot sailor soldier general admiral colonel commander officer sergeant
        detective inspector mayor governor senator lawmaker congressman congresswoman councillor candidate nominee challenger
        rival's incumbent predecessor successor deputy aide adviser advisor diplomat ambassador envoy negotiator secretary
        treasurer activist campaigner dissident organiser organizer resident witness villager student pupil trainee apprentice
        intern colleague partner co-author friend neighbour neighbor colleague's volunteer worker mechanic carpenter blacksmith
        coppersmith businessman businesswoman entrepreneur millionaire billionaire magnate tycoon banker broker trader executive
        boss chief footballer striker midfielder defender goalkeeper winger forward batsman bowler swimmer runner cyclist rower
        skater skier sprinter champion winner medallist medalist veteran star actor actress singer musician composer conductor
        director's producer photographer artist sculptor designer comedian dancer chef monk nun priest bishop archbishop pastor
        vicar rabbi imam cleric king queen prince princess duke emperor sultan dictator ruler rebel warlord murderer killer
        suspect defendant accused victim survivor prisoner inmate widow widower bride groom orphan twin naturalist geologist
        astronomer biologist physicist chemist psychologist climatologist forecaster meteorologist curator librarian archivist
        warden caretaker shopkeeper innkeeper landlord tenant butler gardener builder plumber electrician clerk assassin gunman
        hacker spy agent whistleblower congressional-candidate ex-president frontman guitarist drummer bassist pianist rapper
        vocalist ex-wife ex-husband son-in-law daughter-in-law brother-in-law father-in-law mother-in-law stepson stepfather
        """
) | {job for job in OCCUPATIONS if job.islower()}
RELATIVES = KIN | words_of(
    """
    son sons daughters mother father parents grandmother grandfather grandson granddaughter nephew niece boyfriend girlfriend
    fiance fiancé fiancée fiancee brothers sisters cousins brother-in-law stepmother spouse heir godson
    """
)
SAID = words_of(
    """
    said says told tells added adds asked replied explained insisted argued noted recalled warned wrote admitted stated claimed
    announced declared commented remarked informed reported confirmed denied testified acknowledged joked quipped responded
    """
)
SAID_TO = words_of("told tells asked asks informed replied")  # of them, those before whoever hears it
# What people do, and hardly ever a firm or a state.
DONE_BY_PEOPLE = words_of(
    """
    died dies married resigned retired smiled laughed wept cried pleaded graduated studied thinks believes remembers hopes
    admits grew knows wants loves hates likes recalls born quit apologised apologized confessed testified collapsed celebrated
    starred sang acted directed headed coached swam hugged shook wore woke slept stepped joked nodded joined
    """
)
# What a person has, behind "'s".
OWNED = words_of(
    """
    wife husband mother father brother sister son daughter children parents family grandfather grandmother widow partner lawyer
    lawyers career health death body remarks speech comments words birthday life predecessor successor trial arrest resignation
    sentence hands face voice eyes hair childhood friends fiancée girlfriend boyfriend aide aides deputy biographer
    """
)
# Family names that stand first and are no other words.
FAMILY_FIRST = words_of(
    """
    Kim Xi Moon Cho Choi Chung Jung Jang Kang Kwon Yoon Yun Lim Hwang Ahn Hong Shin Noh Roh Ryu Wang Zhang Chen Liu Zhao Zhou Xu
    Guo Gao Deng Mao Jiang Zhu Cai Cao Peng Zeng Xiao Tang Feng Nguyen Tran Pham Hoang Dang Bui Ngo Duong Lee Li
    """
)
PARTICLES = words_of("de del della di da dos du van von der den la le bin ibn binti ter ten zu")
# Of them, those that no place and no firm has.
PARTICLES_OF_PEOPLE = words_of("van von bin ibn binti ter ten zu")
BEHIND_PEOPLE = words_of("Jr Jr. Sr Sr. Bey Pasha")

# ---------------------------------------------------------------- organizations

ORGANIZATION_HEADS = words_of(
    """
    Inc Inc. Corp Corp. Corporation Co Co. Company Companies Ltd Ltd. Limited LLC Plc PLC AG GmbH SA NV SpA Oyj ASA Group
    Holdings Bank Banks Ministry Department University College School Academy Institute Party Bloc Alliance Coalition Front
    Movement Union Unions Federation Confederation Association Society Foundation Trust Fund Court Courts Tribunal Council
    Parliament Senate Congress Assembly Agency Bureau Authority Administration Committee Commission Board Office Service
    Services Police Army Navy Force Forces Corps Brigade Guard Guards FC United Rovers Wanderers Athletic Hotspur Albion Club
    Team Airlines Airways Airline Motors Electric Systems Technologies Software Networks Entertainment Pictures Studios Records
    Media Press Times Post News Herald Tribune Gazette Chronicle Guardian Telegraph Journal Magazine Broadcasting Television
    Radio Organization Organisation Nations League Chamber Church Synod Ministries Partners Associates Industries Laboratories
    Labs Pharmaceuticals Energy Petroleum Oil Steel Insurance Securities Capital Ventures Foods Orchestra Philharmonic Choir
    Theatre Theater Ballet Secretariat Directorate Headquarters Treasury Exchange Reserve Faction Militia Brigades Taliban
    Cabinet Watch Network International Aerospace Bancorp Reuters Survey Terminals Shipping Lines Railways Railroad Kettles
    Brewery Breweries Publishing Publishers Crown's Cooperative Consortium Agency's Citizens Democrats Conservatives Republicans
    Greens Liberals Socialists Communists Nationalists Workers Scouts Guides Friends Fellowship Brotherhood
    """
)
# "Bank of England", "Ministry of Defence".
ORGANIZATION_OF = words_of(
    """
    Bank Ministry Department University College School Academy Institute Court Courts Council Church Parliament Union Board
    Bureau Office Chamber Association Federation Confederation Organization Organisation Society Friends League Party Army
    Committee Commission House Museum Faculty Assembly Senate Conference Diocese Archdiocese Alliance Front Movement Corporation
    Company Institution Centre Center
    """
)
SUBJECTS = words_of(
    """
    Health Human Services Culture Sports Sport Education Trade Industry Justice Welfare Labour Labor Forestry Fisheries Food
    Rural Affairs Energy Tourism Technology Science Research Development Transport Communities Pensions Drug Space Atmospheric
    Security Cooperation Commerce Innovation Skills Media Housing Environment Planning Agriculture Exchange Prevention
    Recreation Medicine Securities Standards Quality Water Fire Rescue Customs Border Parks Wildlife Fish Mental Social
    Employment Industrial Economic Financial Markets Nutrition Public Infectious Allergy Machine Machinery Aviation Maritime
    """
)
ORGANIZATION_NOUNS = words_of(
    """
    chain agency newspaper newspapers paper daily weekly magazine tabloid company firm group maker manufacturer airline carrier
    bank lender insurer broker brokerage club team party union network broadcaster channel retailer supermarket operator utility
    charity watchdog regulator thinktank think-tank university developer publisher supplier contractor brewer drugmaker carmaker
    automaker chipmaker conglomerate startup start-up employer consultancy website outlet label subsidiary rival-firm militia
    militants organisation organization broadcasters giant consortium ministry hospital school college movement faction
    """
)
# Right behind one, small; and behind "'s".
BEHIND_ORGANIZATIONS = words_of(
    """
    shares stock executives executive employees customers shareholders investors fans supporters players subsidiary spokesman
    spokeswoman spokesperson boss bosses newspaper agency
    """
)
OF_ORGANIZATIONS = words_of(
    """
    shares executive chairman chairwoman founder owner employee employees customers shareholders shareholder subsidiary member
    members unit branch boss
    """
)
SPORT = words_of("beat beats thrashed scored drew trounced edged")
KNOWN_ORGANIZATIONS = {
    "UN": "United Nations", "U.N.": "United Nations", "United Nations": "United Nations", "EU": "European Union",
    "E.U.": "European Union", "European Union": "European Union", "NATO": "NATO", "Nato": "NATO", "FBI": "FBI", "CIA": "CIA",
    "NASA": "NASA", "Nasa": "NASA", "BBC": "BBC", "CNN": "CNN", "NBC": "NBC", "CBS": "CBS", "FIFA": "FIFA", "Fifa": "FIFA",
    "UEFA": "UEFA", "Uefa": "UEFA", "OPEC": "OPEC", "Opec": "OPEC", "UNESCO": "UNESCO", "Unesco": "UNESCO",
    "UNICEF": "UNICEF", "Unicef": "UNICEF", "IMF": "IMF", "WHO": "World Health Organization", "WTO": "WTO",
    "OECD": "OECD", "ASEAN": "ASEAN", "Interpol": "Interpol", "Hamas": "Hamas", "Hezbollah": "Hezbollah",
    "Taliban": "Taliban", "Reuters": "Reuters", "Xinhua": "Xinhua", "Kremlin": "Kremlin",
    "World Health Organization": "World Health Organization", "World Health Organisation": "World Health Organization",
    "World Bank": "World Bank", "Red Cross": "Red Cross", "Pentagon": "Pentagon", "White House": "White House",
}  # fmt: skip

# ---------------------------------------------------------------- places

PLACE_HEADS = words_of(
    """
    River Lake Province Street Road Avenue Lane Boulevard Square Island Islands Mountain Mountains Hill Hills Valley Bay Sea
    Ocean Desert Peninsula Strait Straits Gulf Airport Bridge Park Palace Castle Cathedral Abbey Harbour Harbor Beach Falls
    Canyon Creek Pass Bayou Springs County District Region Prefecture Oblast Canton Parish Forest Marsh Moor Coast Plateau Reef
    Lagoon Fjord Glacier Delta Plain Plains Basin Channel Canal Dam Reservoir Village Heights Point Cape Haven Lido Pier Tower
    Plaza Gate Wharf Quay Dock Docks Station Stadium Arena Cemetery Prison Terrace Gardens Cove Bluff Bluffs Territory
    Archipelago Volcano Ridge Steppe Highlands Lowlands Oasis Isle Isles Republic Kingdom Confederacy Emirates
    """
)
# Of these, and of those above, what is a surname as often.
SURNAMES_TOO = words_of(
    "Marsh Hill Hills Park Lane Moor Castle Forest Lake Bridge Street Point Gates Parish Tower Palace Haven Pass"
)
PLACE_FIRST = words_of("Lake Mount Cape Port Fort Gulf Bay Sea Strait Straits Isle Republic Kingdom River Isles Camp")
PLACE_OF = words_of("Gulf Bay Sea Strait Straits Isle Isles Republic Kingdom Cape Province City Island Rock Rio Emirate State")
# Small, right behind a place or before "of" and one: "the Yalu river", "the port of Senta".
PLACE_NOUNS = words_of(
    """
    river province valley region city district county island peninsula lake coast town village port harbour harbor suburb
    prefecture airport mountains desert bay strait canal square street plateau estuary
    """
)
OF_PLACES = PLACE_NOUNS | words_of(
    """
    capital siege battle outskirts north south east west northeast northwest southeast southwest streets coast shores republic
    kingdom state island islands suburb neighbourhood neighborhood government parliament bank territory mayor governor border
    invasion occupation centre center ruins inhabitants resort hamlet fortress
    """
)
OWNED_BY_PLACES = words_of("capital coast border borders parliament prime foreign streets inhabitants harbour harbor airport")
# The preposition before a name, and how much it tells of a place.
PLACE_BEFORE = {
    "in": 2.0, "near": 2.0, "across": 2.0, "throughout": 2.0, "outside": 1.5, "at": 1.0, "from": 1.0, "off": 1.5,
    "through": 1.0, "into": 1.0, "around": 1.0, "toward": 1.0, "towards": 1.0, "to": 0.5, "over": 0.5, "via": 1.0,
    "northern": 2.0, "southern": 2.0, "eastern": 2.0, "western": 2.0, "central": 1.5, "downtown": 2.0, "neighbouring": 2.0,
    "neighboring": 2.0, "north-eastern": 2.0, "south-eastern": 2.0, "north-western": 2.0, "south-western": 2.0,
    "northeastern": 2.0, "southeastern": 2.0, "northwestern": 2.0, "southwestern": 2.0, "reached": 1.0, "visited": 1.0,
}  # fmt: skip
# Before "to", "for", "from" and a place.
MOVED = words_of(
    """
    went travelled traveled flew returned returns return came visit visits trip trips moved fled way road route flight flights
    train trains exports journey sailed marched walked rode drove travel headed arrived arrive move moves deported exiled
    emigrated immigrated bound sail sent-home retreated withdrew advanced ferry bus paid-visit left coming
    """
)
# Before "in" and no place.
TRUSTED = words_of(
    """
    confidence trust faith interest interested stake stakes shares share invest invested investment investments believe believes
    believed pride role roles disappointed engaged enrolled dressed written fluent titled entitled translated
    """
)
# Before a thing or a person rather than a place.
NO_PLACE_BEFORE = words_of("on with using by like via for")
DETERMINERS = words_of("the a an his her its their our my this that these those every each no any some")

# Peoples and their tongues are no names here.
PEOPLES = words_of(
    """
    African American Americans Asian Australian Australians Austrian Austrians European Europeans British Briton Britons English
    Englishman Scottish Scot Scots Welsh Irish French Frenchman German Germans Italian Italians Spanish Spaniard Portuguese
    Dutch Belgian Belgians Swiss Swedish Swede Swedes Norwegian Norwegians Danish Dane Danes Finnish Finn Finns Icelandic
    Icelander Russian Russians Ukrainian Ukrainians Polish Pole Poles Czech Czechs Slovak Slovaks Hungarian Hungarians Romanian
    Romanians Bulgarian Bulgarians Serb Serbs Serbian Serbians Croat Croatian Croatians Bosnian Bosnians Slovene Slovenian
    Albanian Albanians Macedonian Greek Greeks Turkish Turk Turks Ottoman Ottomans Cypriot Maltese Georgian Armenian Armenians
    Azeri Azerbaijani Kazakh Uzbek Turkmen Tajik Kyrgyz Chechen Tatar Israeli Israelis Palestinian Palestinians Lebanese Syrian
    Syrians Jordanian Iraqi Iraqis Iranian Iranians Persian Saudi Saudis Yemeni Omani Kuwaiti Qatari Emirati Arab Arabs Arabic
    Kurd Kurds Kurdish Egyptian Egyptians Libyan Libyans Tunisian Algerian Algerians Moroccan Sudanese Ethiopian Ethiopians
    Eritrean Somali Somalis Kenyan Kenyans Ugandan Tanzanian Rwandan Congolese Nigerian Nigerians Ghanaian Liberian Senegalese
    Ivorian Malian Cameroonian Angolan Mozambican Zambian Zimbabwean Zulu Afghan Afghans Pakistani Pakistanis Indian Indians
    Bangladeshi Nepali Nepalese Tibetan Tibetans Bhutanese Burmese Thai Thais Laotian Cambodian Vietnamese Malaysian Malay
    Singaporean Indonesian Indonesians Filipino Filipinos Philippine Chinese Taiwanese Japanese Korean Koreans Mongolian Mongol
    Mongols Uyghur Uighur Canadian Canadians Mexican Mexicans Cuban Cubans Haitian Jamaican Brazilian Brazilians Argentine
    Argentinian Argentines Chilean Chileans Peruvian Bolivian Colombian Colombians Venezuelan Venezuelans Ecuadorian Uruguayan
    Paraguayan Guatemalan Honduran Salvadoran Nicaraguan Panamanian Latin Hispanic Latino Scandinavian Nordic Baltic Balkan
    Slavic Slav Celtic Roman Romans Byzantine Mediterranean Caribbean Hebrew Yiddish Sanskrit Mandarin Cantonese Swahili
    Sino-Korean Sino-American Anglo-Saxon Norman Normans Saxon Prussian Prussians Bavarian Flemish Walloon Catalan Basque Breton
    Sicilian Venetian Parisian Londoner Londoners Texan Californian Hawaiian Alaskan Estonian Estonians Latvian Latvians
    Lithuanian Lithuanians Belarusian Moldovan Montenegrin Kosovar Samoan Fijian Maori Aboriginal Inuit Zealander Zealanders
    Islander Islanders
    """
)
# What is added to the places of CLDR: as English writes them, and cities that no time zone is named after.
COUNTRIES = {
    name: name
    for name in """
    Britain,England,Scotland,Wales,Northern Ireland,Great Britain,Holland,Burma,Turkey,Macedonia,Palestine,Korea,Congo,Tibet
    Crimea,Kashmir,Siberia,Bosnia,Bosnia and Herzegovina,Yugoslavia,Czechoslovakia,Czech Republic,Soviet Union,East Germany
    West Germany,Kurdistan,Persia,Prussia,Catalonia,Bavaria,Ulster,Macau,Hong Kong,Chechnya,Scandinavia,Ivory Coast,West Bank
    Gaza Strip,Middle East,East Timor,Vatican,Trinidad and Tobago,Antigua and Barbuda,Cape Verde,Swaziland,New England
    New South Wales,British Columbia,New Jersey,New Mexico,New Hampshire,North Carolina,South Carolina,North Dakota,South Dakota
    Rhode Island,West Virginia
    """.strip()
    .replace("\n    ", ",")
    .split(",")
} | {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "America": "United States",
    "United States of America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "UAE": "United Arab Emirates",
    "USSR": "Soviet Union",
    "DPRK": "North Korea",
    "Democratic People's Republic of Korea": "North Korea",
    "Democratic People’s Republic of Korea": "North Korea",
    "People's Republic of China": "China",
    "People’s Republic of China": "China",
}
CITIES = words_of(
    """
    Beijing Washington Ottawa Canberra Delhi Mumbai Bombay Calcutta Islamabad Ankara Constantinople Geneva Brasilia Barcelona
    Milan Naples Venice Florence Turin Munich Frankfurt Hamburg Cologne Rotterdam Antwerp Lyon Marseille Bordeaux Toulouse
    Boston Philadelphia Houston Dallas Miami Atlanta Seattle Baltimore Cleveland Pittsburgh Osaka Kyoto Hiroshima Nagasaki Wuhan
    Guangzhou Shenzhen Nanjing Tianjin Chongqing Hanoi Saigon Manchester Liverpool Birmingham Edinburgh Glasgow Cardiff Belfast
    Leeds Sheffield Bristol Oxford Cambridge Kiev Kharkiv Odessa Leningrad Gdansk Krakow Bergen Gothenburg Salzburg Aleppo Basra
    Mosul Fallujah Kandahar Lahore Peshawar Chennai Bangalore Hyderabad Busan Montreal Quebec Calgary Mecca Medina Haifa
    Benghazi Alexandria Durban Pretoria Mombasa Bethlehem Ramallah
    """
) | {"New Delhi", "Tel Aviv", "Rio de Janeiro", "San Francisco", "San Diego", "Las Vegas", "New Orleans", "St. Petersburg",
     "St. Louis", "Salt Lake City", "The Hague", "Cape Town", "Abu Dhabi", "Quebec City", "Wall Street", "Guantanamo Bay",
     "Saint Petersburg", "New York City", "Washington D.C.", "Buenos Aires"}  # fmt: skip
# Places that are people or words as well: something beside them has to say that it is the place.
DOUBTFUL_PLACES = words_of(
    """
    Jordan Georgia Chad Israel Lima Sofia Regina Nelson Victoria Troll Center Wake Oral Resolute Midway Davis Casey Palmer
    Dawson Stanley Nome Easter Christmas Chatham Virginia Carolina Madeira Florence Alexandria Montana Washington Jersey Turkey
    Santiago Cuba Malta Mali Adak Beulah Knox Creston Marengo Monticello Petersburg Vincennes Norfolk Louisville Phoenix Nassau
    Cordoba Bristol Cleveland Dallas Houston Oxford Cambridge Guinea Dakota Wallis Cook Halifax Perth Darwin Hobart Merida
    Mendoza Chita Muscat Salta Samara Vostok Riga Ceuta Fiji Dominica Grenada Samoa Niger Bahia Rome Paris Chester Lincoln
    Boston Indiana Dili Gambier Macquarie Melbourne Sydney Lome Kirov Pohnpei Vevay Tarawa Canary Unknown world Americas
    """
) - words_of("Rome Paris Sydney Melbourne Cuba Malta Mali Fiji Samoa Niger Washington Boston Riga Samara Turkey")

FIRMS = words_of("Inc Inc. Corp Corp. Ltd Ltd. LLC Plc PLC AG GmbH")  # nothing belongs to a name behind these
ABBREVIATIONS = words_of(
    """
    Mr Mrs Ms Dr Prof Gen Col Capt Lt Sgt Maj Adm Sen Rep Gov Rev Hon St Jr Sr Inc Corp Co Ltd Cmdr Brig Mt Ft U.S U.N U.K E.U
    U.S.A D.C
    """
)
WITH_POSSESSIVE = words_of(
    """
    People's People’s Women's Women’s Men's Men’s Children's Children’s Workers' Workers’ King's King’s Queen's Queen’s
    Veterans' Veterans’ Farmers' Farmers’ Teachers' Teachers’ McDonald's McDonald’s Sotheby's Sotheby’s Christie's Christie’s
    Lloyd's Lloyd’s Sainsbury's Sainsbury’s Moody's Moody’s
    """
)
FIRST = FIRST_NAMES - STATES
_DAYS = CALENDAR | words_of("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Q1 Q2 Q3 Q4 H1 H2 AM PM GMT Xmas")
CALENDAR_WORDS = _DAYS | {word.upper() for word in _DAYS}
