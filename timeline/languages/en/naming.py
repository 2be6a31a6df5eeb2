"""The words of names and titles: what stands before, behind and in them. Tables only."""

from __future__ import annotations

from timeline.languages.en.wordlists import words_of

# ---------------------------------------------------------------- people

# Before a surname.
TITLES = words_of(
    """
    Mr Mr. Ms Ms. Mrs Mrs. Miss Dr Dr. Sir Lord Lady Judge Justice Inspector Sergeant Sgt. Captain Capt. Colonel Col.
    General Gen. Major Lieutenant Lt. Officer Detective Constable Sheriff Coach Professor Prof. Senator Sen. Governor Gov.
    Rep. Congressman Congresswoman Mayor Bishop Pastor Reverend Rev. Rabbi Sister Brother Father Mother Aunt Auntie Uncle
    Grandma Grandpa Granny Cousin Nurse Princess Prince Queen King Little Agent Commissioner Councillor Ambassador Baroness
    Saint Santa Man TGI Joe Billy Ruby Black
    """
)
KIN = words_of(
    """
    aunt auntie uncle cousin sister brother daughter niece wife husband baby
    """
)
# First names that are no places and hardly surnames.
FIRST_NAMES = words_of(
    """
    Adam Agnes Alan Albert Alex Alexander Alfred Alice Amanda Amy Andrew Angela Ann Anna Anne Annie Anthony Arthur Barbara Ben
    Benjamin Beth Betty Bill Billy Bob Brenda Brian Carl Carol Caroline Catherine Charles Charlie Chris Christine Cynthia Dan
    Daniel David Deborah Debbie Dennis Diana Diane Donald Donna Dora Doris Dorothy Doug Douglas Ed Eddie Edgar Edith Edward
    Edwin Elaine Eleanor Elizabeth Ella Ellen Emily Emma Eric Ernest Ethel Eva Felix Frank Fred Frederick Gary George Gerald
    Gladys Gloria Grace Greg Gwen Hannah Harold Harry Harvey Hazel Heather Helen Henry Herbert Howard Hugh Ian Imelda Irene
    Isaac Ivy Jack Jackie Jacob James Jane Janet Janice Jason Jean Jeff Jenna Jennifer Jenny Jeremy Jerry Jessica Jill Jim
    Jimmy Joan Joe John Johnny Jonathan Joseph Joshua Joyce Judith Judy Julia Julie Karen Kate Katherine Kathy Keith Ken
    Kenneth Kevin Larry Laura Lawrence Leo Leonard Lillian Linda Lisa Liz Louis Louise Lucy Luke Margaret Maria Marie Mark
    Martha Martin Mary Matt Matthew Maurice Max Megan Melissa Michael Michelle Mike Mildred Misty Molly Nancy Natalie Nathan
    Ned Neil Nicholas Nick Nicole Nora Norman Oliver Olivia Oscar Pamela Pat Patricia Patrick Paul Paula Peggy Percy Peter
    Phil Philip Phyllis Rachel Ralph Ray Raymond Rebecca Richard Rick Rob Robert Robin Roger Ron Ronald Rose Roy Russell Ruth
    Ryan Sally Sam Samuel Sandra Sarah Scott Sean Sharon Sheila Shirley Sidney Simon Sophie Stanley Stella Stephanie Stephen
    Steve Steven Sue Susan Sylvia Ted Terry Theresa Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Vera Vincent Violet
    Walter Wendy Wilbur William Winston Noel Dustin Jacoby Elmer Kyle Craig Bruce Gordon Nigel Rodney Trevor Karl Otto Hans
    Pierre Carlos Juan Jose Luis Pedro Pablo Abraham Agatha Aidan Aisha Alfie Alison Alma Ambrose Amelia Anselm Astrid Audrey
    Augustus Barnaby Beatrice Bernadette Bernard Bertha Bjorn Bola Brandon Bridget Brittany Cecil Cecilia Chidi Chloe Clara
    Clarence Cornelius Cyril Dele Delia Dmitri Dylan Ebenezer Eileen Elijah Elsie Emeka Emil Enoch Esther Ethan Eugene Eunice
    Ezekiel Femi Fiona Frances Francesca Fritz Geoffrey Georgina Gertrude Gilbert Giovanni Godfrey Gustav Heidi Heinrich Hilda
    Hiroshi Horace Ignatius Ingrid Jacques Jasmine Jonas Josephine Josiah Kayla Kofi Kunle Kwame Lars Leah Lena Lionel Liam
    Lydia Mabel Marcel Margot Marta Matilda Maud Millicent Miriam Moses Muriel Nadia Natasha Nathaniel Ngozi Noah Obadiah Olga
    Oswald Phoebe Priscilla Quentin Rebekah Reginald Rosalind Rosemary Rufus Rupert Segun Silas Solomon Sven Tabitha Thaddeus
    Theodore Tobias Tunde Ursula Valerie Veronica Viktor Vladimir Wilfred Wilhelm Wole Yvonne Zachary Zoe
    """
)
# What months and days do: any other finite verb behind one that opens a sentence makes it a person.
DONE_BY_TIME = words_of(
    """
    was were is are be been has had have did does do will would can could may might must should shall saw brought began ended
    started came went passed marked turned proved dawned produced set remained remains became offered gave arrived closed
    opened witnessed followed looked seemed appeared felt fell rose dropped slipped slowed jumped climbed surged showed
    recorded added meant made kept left held cost took paid led belonged yielded delivered featured included hit beat lost
    failed played ran stood stayed broke topped averaged finished contributed accounted saved provided posted registered
    ranked logged netted ushered heralded signaled signalled promised threatened continued lasted drew spelled spelt faded
    needed adjusted struck reported revised related based ticked dragged
    """
)
DONE_BY_PEOPLE = words_of(
    """
    knits keeps hosts loves likes hates lives works runs owns writes says thinks wants knows sings dances plays teaches paints
    collects enjoys believes speaks wears drinks eats cooks drives studies smiles laughs waves nods grins sells stitches bakes
    """
)
# Verbs with a person behind them: nobody writes "told April" of the month; those of a weekday are fewer.
DONE_TO_PEOPLE = words_of(
    """
    asked asks ask told tells tell thanked thanks kissed kisses hugged hugs taught teaches visited visits visit invited
    invites helped helps loved loves married marries greeted greets reminded phoned divorced adopted named accused arrested
    sued hired hires fired called calls gave gives handed offered sent met meets wed blamed begged forgave missed miss misses
    hit kicked scolded praised beside behind liked likes hated hates adored adores envied envies pitied trusted trusts admired
    adopts detests detested dislikes disliked
    """
)
DONE_TO_A_FRIDAY = words_of(
    """
    taught kissed hugged begged forgave scolded phoned invited thanked
    """
)
# Behind such a person.
BEHIND_A_PERSON = words_of(
    """
    to for and that if about with by a an the her his in on at how why whether when what not out back into down up
    """
)
# What a person does and no month, behind an auxiliary: "April doesn't like peas".
DONE_BY_PERSONS = words_of(
    """
    like love hate know believe remember forget think understand want wish say talk sing dance cook eat drink sleep smile laugh
    cry weep knit paint mind care listen apologise apologize trust answer marry kiss swim speak smoke drive
    """
)
# How a person is and no month: "June isn't asleep".
FELT_BY_PERSONS = words_of(
    """
    asleep awake pregnant married engaged divorced widowed hungry thirsty drunk tired upset angry furious jealous afraid scared
    bored shy bald blonde home deaf ashamed delighted heartbroken homesick speechless barefoot
    """
)
# What is said to a person behind the name: "April, come here".
SPOKEN = words_of("come look stop listen wait please darling dear sit open hurry help don't don’t you're you’re")
# Several persons: "the twins, May and June".
PERSONS = words_of("twins triplets sisters daughters cousins aunts nieces girls maids granddaughters")
# What a person is, right before the name: "the rapper Sunday Best".
OCCUPATIONS = words_of(
    """
    chef rapper singer actor actress footballer striker midfielder defender goalkeeper winger sprinter boxer golfer pianist
    violinist drummer guitarist bassist comedian novelist poet painter sculptor dancer designer stylist playwright blogger
    Chef Rapper Singer Actor Actress Footballer Striker Midfielder Defender Goalkeeper Winger Sprinter Boxer Golfer Pianist
    Violinist Drummer Guitarist Bassist Comedian Novelist Poet Painter Sculptor Dancer Designer Stylist Playwright Blogger
    """
)
# Before a part that somebody plays.
PLAYING = words_of("as play plays played playing portrays portrayed voices voiced")
# "April's husband".
OWNED = words_of(
    """
    husband wife mother father brother sister son daughter children kids boyfriend girlfriend friend hair eyes face hand hands
    mouth voice dog cat lawyer parents aunt uncle car purse shop bedroom room heart job boss apartment fiance family baby
    """
)

# ---------------------------------------------------------------- what a name ends in

# Behind a word of time: papers, companies, places.
HEADS = words_of(
    """
    Times Telegraph Mail News Show Live Post Herald Tribune Journal Express Mirror Independent Review Magazine Standard Record
    Beast Paper World Mercury Age Star Sun Programme Kitchen Gazette Chronicle Observer Bulletin Night Morning Addams Weld
    Group Club Corp Corporation Company Inc Ltd LLC Plc Foods Home Homes Films Records Entertainment Capital Energy Partners
    Holdings Bank Insurance Motors Studios Productions Pictures Stores Engineering Technologies Software Airlines Systems
    Media Books Press Board Market Project Society Association Union Fund Trust Foundation School College Institute Ventures
    Hotel Cafe Café Restaurant Theatre Theater Street St Road Rd Avenue Ave Lane Drive Square Bay Lake River Island Islands
    Creek Hill Hills Valley Mountain Mountains Park Point Port City Town Village Bridge Court Place Plaza Terrace Way
    Boulevard Station Harbor Harbour Beach Falls Canyon Mill Hall House Field Farm Massacre Girl Boy Man Woman Hare Hymn Song
    Moon Sky Rain Rush Leaves Bug Fever Fair Knight Brewery Vineyards Wines Madness Monarchy Column Manifesto Patent Theses Laws
    Revolution Uprising Coup Putsch Rising Constitution Diploma Ordinances Crisis
    """
)
PLACES = words_of(
    """
    Street Road Avenue Lane Drive Square Bay Lake River Island Creek Hill Hills Valley Mount Mountain Park Parkway Point
    Harbor Harbour Beach Falls Canyon Terrace Boulevard Bridge Plaza Place Market Ridge Farm Cove Pass
    """
)

# Behind a comma a town is in one of these.
STATES = words_of(
    """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa
    Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio
    Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Ontario Queensland Tasmania
    """
)

# ---------------------------------------------------------------- words of the calendar and small words before it

CALENDAR = words_of(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Christmas Easter Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
# Small words that open a sentence with a capital.
SMALL = words_of(
    """
    the a an his her its their our my this that these every each no on at by and but or for since until before after last next
    """
)
# Before a bare month that is one, besides.
BEFORE_A_MONTH = words_of(
    """
    about all although and are around as because between both come during early even following from half if in is late mid
    most much not once only part past previous since though through throughout till to until was when where while will with
    """
)
AT_A_FEAST = words_of(
    """
    on at by since until this last next every each before after
    """
)
REPORTED = words_of(
    """
    said says say told reported announced ruled showed that on last next this by until since in from
    """
)

# ---------------------------------------------------------------- titles of works

# What a work is.
WORKS = words_of(
    """
    song film movie novel novella sitcom ballad book play comedy drama musical thriller album poem band single tune hymn opera
    standard sequel series show romance western cartoon anthem slasher farce classic hit flop memoir waltz blues documentary
    magazine newspaper paper weekly quarterly lullaby epic remake painting sculpture soap detective character game whodunit
    satire fable tale symphony ballet podcast programme program lecture noun verb essay sonnet track tearjerker melodrama
    cocktail
    """
)
# What else is known by a name that is no time; none of these with a noun behind it, as in "a charity match".
NAMED_THINGS = words_of(
    """
    name pseudonym alias nickname surname misnomer palindrome trademark brand label charity bar pub café cafe restaurant bistro
    nightclub boutique bakery winery brewery startup horse mare gelding filly colt racehorse yacht schooner trawler ferry ship
    village hamlet suburb racing-car car typeface font perfume fragrance cheese rose cultivar breed
    """
)
# What is done to works, and what stands before their titles.
MAKING = words_of(
    """
    sang sings sing sung singing hums hummed humming whistled filmed directed wrote penned recorded covered shot adapted
    staged titled entitled called film movie novel song musical album sitcom ballad poem single series hit reread recited
    crooned belted taught read reads watched rewatched made
    """
)
# With a capital in mid-sentence these come from a title: behind the phrase, and before it.
TITLE_BEHIND = words_of(
    """
    A An The My Your Our His Her Their Is Was Are Be Do Does Did Who What When Where Why How Till Until Come Comes On In Of At
    To For With By And Or But As Any Every Never Not No Once Another Other Ends Given From About After Before Into Over Under
    Like Without Too So More Again Always Forever One Two Next Knows Will Live Later Ago Lights Fever Bloody Today Tonight
    Tomorrow Yesterday Morning Night Rain Moonlight Sunshine Dreams Tears Kisses Blues
    """
)
TITLE_BEFORE = words_of(
    """
    An A My Your Our His Her Their Is Was Are Who What When Till Until Of At To For With By And Or Any Every Never Not No Once
    Another Ends Given Come Comes Love Red Blue Black White Freaky Manic Gloomy Stormy Rainy Bloody Ruby Sweet Happy Merry
    Crazy Lazy Lonely Lovely Little Golden Silver Wild Dark Perfect Everything's Everything’s Darling Dear Maggie Goodbye
    Hello Before Always Like Beautiful Endless Cruel Next Last Wonderful Superior Cloudy Magnificent Glorious Blissful
    Grim Drowned Mister It's It’s
    """
)
# Of these before it, the ones that may open a sentence.
OPENERS = words_of(
    """
    A An My Our His Her Their At For With By And Is Was To Of Until Till Last Next Before When Every Another No Come It's It’s
    """
)
