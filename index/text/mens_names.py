"""Given names that men usually bear, of many languages; general knowledge, written for this project.

Lower case, without accents, so that a name is looked up folded.
"""

from index.text.words import words

MALE = words(
    """
    aadesh aage aarav aarne aaron aart aatos abayomi abbas abdallah abdel abdul abdulaziz abdullah abdulrahman
    abdurrahman abe abebe abel abhijit abhinav abhishek abhisit abid abiodun abraham absalom achille achilleas achim
    adalbert adam adan adarsh adebayo adebola adedayo adeel adekunle adelbert adeleke adelmo adem ademir ademola
    adeniyi adewale adeyemi adil aditya adnan adolf adolfo adriaan adriaen adrian adriano afanasy aftab agim
    agostino agus agustin ahmad ahmadou ahmed ahmet ahsan ahti aibek aidan aidar aigars aiono airlangga aitor aivar
    aiden aivars ajay ajit akaki akash akbar akhil akhmad aki akihiko akihito akim akinori akinwumi akinwunmi akio akira
    akram aksel akshay alain alan alasdair alastair alberico albert alberto albin albrecht alcides aldair aldo
    aldous alec aled aleix alejandro alekos aleks aleksa aleksandar aleksander aleksandr aleksei aleksey aleksi
    alessandro alessio alexander alexandr alexandre alexandros alexandru alexei alexey alexis alfian alfie alfio alfons
    alfonso alfred alfredo algernon algirdas alhassan ali alistair alister allan allen allister almaz almazbek alois
    alok alonso alonzo alphonse alpo altaf alun alvar alvaro alvin alwin alwyn amadou amancio amar amarinder amaro
    amaury ambrish ambrogio ambrose amedeo amias amin aminu amir amit amitabh amjad amol amos anand anastas
    anastasio anastasios anatole anatoliy anatoly anders andoni andras andre andreas andrei andrej andres andrew
    andrey andrii andrija andris andrius andriy andrzej andy angelo angelos angus anibal anies aniket anil anirban
    aniruddha anjum ankit ankur anne-jan anoop ansel ansell ansgar antanas ante antero anthonio anthony antin
    antoine anton antonello antonin antonio antony antti anubhav anupam anurag anutin anwar aodhan aparecido
    apostolos apurva aqib aquiles aram arben arber archibald archie archil ardit arend ari arie arief arif arindam
    aris aristeidis aristide aristotelis arjan arjen arjun arkady arlindo arman armand armando armas armel armen
    armin arnab arnaldo arnaud arnd arne arnel arno arnold arpad arsenio arseniy arseny arshad artak artan artem
    arthur arto arttu artur arturo arturs artyom arun arunas arve arvid arvind arvo arvydas asad asbjorn asen asghar
    ashfaq ashish ashok ashot ashraf ashutosh ashwin asier asif asim askar askhat asko aslak aslam astrit atanas
    athanasios atif atiku atle atso atsushi attila attilio atul auberon audrius auguste augustin augusto aulis
    aureliano aurelien aurelio austin avet avi avinash avtandil axel ayaz ayman aymeric ayodeji ayotunde ayub ayush
    azam azamat azeem azhar aziz azlan azmi azmin azubuike babacar babajide babangida babar babatunde badr bagus
    bahaa bahram bajram bakhtiar bakhyt bakhytzhan bakyt balaji balarabe balazs balint balthasar bambang bamidele
    bankole baptiste baqir barack barend barnabas barnaby barney barry bart bartek barthelemy bartholomew bartosz
    bas bashar bashkim basil basilio basim basit bastian bastien basuki battista baurzhan beau behrouz behzad beibut
    bekim bela beltran ben bence benedick benedict bengt beniamino benigno benito benjamin bennett benno benny
    benoit bento benvenuto berik bernabe bernard bernardo bernd bernhard bernie bert berthold bertil bertram
    bertrand besnik bharat bhaskar bidzina bilal bill billy binyamin biodun birger birk biswajit bjarne bjarte
    bjoern bjorn blagoj blagoy blaine blazej bo bob bobby bogdan boguslaw bohdan bohumil bohuslav boiko bojan
    bolat boleslaw bongani bongbong bonginkosi borge boris borislav borivoj borja borje borys bosko boubacar
    boudewijn boyan boyko brad bradley brage brais bram brandon brandt branislav branko bratislav brendan breno
    brent bret bretislav brett brian brice bronislaw bruce bruno bryan bryce bryn budi bujar bukayo burhan burkhard
    byron caio caleb calin callan callum calogero calum calvin camilo candido carl carlo carlos carlton
    carmelo carmine carsten carter casimir casper catalin cathal cecil cedomir cedric celso cem cenek cengiz cesar
    cesare cevdet cezar cezary chad chadchart chaim chandan charalambos charles charlie chester chet chetan chibuike
    chibuzor chidi chidiebere chidozie chijioke chike chima chinedu chinua chinweike chris christer christian
    christoph christophe christopher christos chuan chuck chukwudi chukwuemeka chukwuma cian ciaran cillian ciprian
    cipriano ciro claes clarence clark claude claudinei claudio claudiu claus clay clayton clem clemens clement
    cliff clifford clint clive clyde cody coen colin coll colm conall connor conor conrad conrado constantin
    corentin corey corin cormac cornelis corneliu cornelius corrado cory cosimo cosmin cosmo costel costin craig
    crin crispin cristian cristiano cristobal csaba ctibor curt curtis cuthbert cyprien cyriaque cyril cyrille cyrus
    czeslaw daan dacian dafydd dag daiki dainis dainius daisuke daithi dale dalibor damian damiano damien damir
    damon dan daniel daniele danilo daniyar danny dante danut daoud dapo dario darius dariusz darko darnell darragh
    darrell darren darryl darshan daryl dastan daud dauren dave davi david davide davis davit davood davor dawid
    dawud dean deandre deangelo debashish declan dedi dedy deepak deepinder dejan delcio dele demarcus demetrio
    demetrius demyan denes denholm denis dennis denny denys denzel denzil dequan derek dermot derrick deshawn
    desmond detlef detlev devendra devesh devin devlet devonte dezso dharmendra dhruv diarmuid didier diederik diego
    dierk dieter dietmar dietrich digby dikembe dilip dimcho dimitar dimitri dimitrios dimitris dimo dinakar dindo
    dinesh dino diogo dionysis dirk djibril djoko dmitri dmitry dmytro domagoj domantas domenico dominic dominik
    domonkos don donal donald donatello donato donncha donnie donovan dontae donte doug dougal dougie
    douglas douwe dov doyle dragan dragoljub dragomir dragos drazen drazenko dritan duane dubravko dudley dumisani
    dumitru duncan dusan dusko dustin dwayne dwi dwight dylan eamon eamonn earl ebenezer eberhard ebrahim eckart
    eckhard ed eddie edgar edgaras edgars edhy edi edilson edin edinson edmond edmund edoardo edouard eduard
    eduardinho eduardo edward edwin edzard eelco eelis eelke eerik eero eetu efrain efrem efren efthymios egbert
    egidio egil egils egon ehsan ehud eiji eilif einar einari eino eirik eitan eivind ejnar ekkehard eko ekow ekrem
    elad elazar eldon elemer elfyn elias eliezer elijah elikem elio eliot elis eliseo eliyahu ellery elliot elliott
    elmer elof eloi elon eloy elton elvis emad emanuel emanuele emanuil emeka emerson emil emile emiliano emilio
    emir emmanouil emmanuel emmerich emmerson emmett emomali emre emrys enda endre endri enes engelbert engin ennio
    enoch enrico enrique enver enyinnaya enzo eoghan eoin epeli ephraim epifanio ercan erdem erhard eric erich erick
    erik erion erkan erkki erlan erland erlend erling ermanno ernest ernesto ernie ernst erol errol ervin erwan
    erwin esa esben esko esmail espen essam esteban ethan etienne ettore euan eugen eugene eugenio eugeniusz eurig
    eusebio eustace evan evangelos evaristo everard everett evert evo ewald ewan ewen eyal ezekiel ezequiel ezio
    ezra fabian fabiano fabien fabio fabrice fabrizio facundo fadi fadillah fadli fahad fahrudin faisal faiz faizal
    fajar fakhar faleolo falko farhad farhan farid farooq farouk farquhar farrukh faruk fathi fatmir fatos fausto
    fawad fawzi fayez fearghal federico fedir fedor feisal fela felice feliciano felicien feliks felipe felix femi
    ferdi ferdinand ferdinando ferdy ferenc fergal fergus ferit fermin fernand fernando ferruccio ferry fetu fiame
    fidel fikri filip filipe filipp filippo finbar finian finlay finn fintan fionn firas firmin flavio flemming
    fletcher florencio florent florian florin floris floyd folarin folke folkert fortunato fosco fotis francesco
    francis francisco franciszek franck franco francois frank franklin franklyn frans frantisek franz fraser fred
    freddie freddy frederic frederick frederik fredrik freek frido frieder friedhelm friedrich frimpong frits fritz
    frode fuad fulgencio fulvio fumihiko fumio gabor gabriel gadi gael gaetan gaetano gagan gagik galymzhan gamal
    ganesh garba garegin gareth garik garrett garry gary gaspard gaspare gaston gatot gaurav gautam gaute gauthier
    gautier gavin gawain gaylord gazmend gbenga gebhard gediminas geert geir gela gelu gene gennadiy gennady gennaro
    geoff geoffrey geoffroy georg george georges georgi georgios georgiy geraint gerald geraldo gerard gerardo
    gerben gerd gergely gergo gerhard germain german gernot gero gerome gerrard gerrit gerry gershon gethin gevorg
    geza ghassan gheorghe gherardo ghislain gholam giacinto giacomo giampaolo giampiero giancarlo gianfranco
    gianluca gianluigi gianmarco gianmaria gianni giannis gianpaolo gianpiero gibran gideon giga gijs gil gilad
    gilbert gilberto giles gilles gines gino gintaras gioacchino giordano giorgi giorgio giorgos giosue giovanni
    girish gisbert gisle gitanas giuliano giulio giuseppe gjermund gjorge gleb glen glenn goce gocha godfrey godwin
    goffredo gonzalo goodluck gopal goran gordan gordon gorka gorm goro gosta gottfried gotthard govert govind
    graeme graham grant granville graziano greg greger gregg gregoire gregor gregorio gregory grigol grigor grigoris
    grigoriy grigory grzegorz gualtiero gudmund guenter guenther guglielmo guido guillaume guillermo gulbuddin
    gulliver gulzhan gunawan gunnar gunter gunther guntis guram gurbachan gus gustaf gustav gustave gustavo gustaw
    guttorm guy gvido gwenael gwilym gwyn gyorgy gyula haakon habib hadi hafez hagen haider haim haitham hajime
    hakan hakeem hakim hakob hakon hal hallvard halvard halvor hamad hamid hamish hammad hampus hamza hani hank
    hannes hanno hannu hans hans-georg hans-henrik hans-peter haralambos harald harbhajan hardik hari haris harish
    harold haroon haroun harri harrison harry harshad hartley hartmut hartono hartwig haruhiko haruki harvey hasan
    hashem hashim hassan hassanali hasse hatem havard havel hayato hayk hazem hector hedley heikki heiko hein heiner
    heinrich heinz heitor helge helio helmut hemant hemi hendra hendrik hendrikus hendro henk hennadiy henning henri
    henrik henrique henry henryk heraldo herb herbert heriberto herman hermann hermanni hernan hernando heru herve
    heydar hidde hideaki hideki hideo hidetoshi hillar hillel hilmar hinrich hipolito hippolyte hirokazu hiroki
    hiroshi hirotaka hiroto hiroyuki hisashi hisham hishammuddin hitesh hjalmar hlib hoani holger homero honorio
    horace horacio horatio horia horst hosni hossein houshang hovhannes hovik howard hrant hristo hrvoje hryhoriy
    hubert hubertus hugh hugo hugues hulusi humayun humberto humphrey humphry husam hussain hussein huw hylke hynek
    hyun hywel iacob iacopo iago iain ian iasonas ibrahim ibrahima ichiro idris idrissa ids idwal iestyn ieuan ifan
    ifeanyi iftikhar ignacio ignacy ignatius ignazio igor ihab ihor ihsan iiro ijaz ikani ike ikechukwu ikenna iker
    ilan ilari ilario ilcho ildefonso ilham ilia ilias ilie ilija ilinca ilir ilkka ilmar ilmari ilya imad imants
    imran imre imtiaz inaki inder indra indrajit indrek ingemar ingo ingolf ingvar inigo innes inoke ioan ioane
    ioannis iolo ion ionel ionut iosefa iosif iqbal ira irakli ireneusz irfan irving irwan irwin isa isaac isaiah
    isaias isambard isamu isao ishaan ishan ishaq isidoros isidro isko ismael ismail ismet ismo isoa israel issam
    issei issoufou istvan italo itamar itaru itzhak iulian iuliu ivan ivanildo ivano ivar ivars ivaylo ivica ivo
    iwan iyad izet izhar izzat jaak jaakko jaan jaanus jaap jabari jabu jabulani jacek jachym jacinto jack jackson
    jacob jacobo jacopo jacques jadon jadson jafar jagdish jago jahangir jaime jair jairo jakob jakov jakub jalal
    jalen jamal jamar jamarcus james jamil jan-peter jander janez jani janis janne jannik janos janusz jaquan jared
    jarek jari jarkko jarl jarle jarmo jarno jaromir jaroslav jaroslaw jarrod jarvis jason jasper jassim jatin javad
    javed javi javier javon jawad jay jayant jayden jayesh jaylen jean-baptiste jean-charles jean-christophe jean-claude
    jean-francois jean-louis jean-loup jean-luc jean-marc jean-marie jean-michel jean-noel jean-paul jean-philippe
    jean-pierre jean-yves jeb jed jefe jeff jefferson jeffery jeffrey jeffry jeh jejomar jelle jeno jens jeppe jere
    jeremiah jeremie jeremy jerker jermain jermaine jeroen jerome jerry jerzy jesper jesus jethro jide jignesh jim
    jimmy jindrich jinggoy jiri jitendra joachim joakim joao joaquim joaquin jochen jock joe joel joep joerg joeri
    jofre jogendra johan johann johannes john johnnie johnny joko jokowi jolyon jomo jon jonah jonas jonatan
    jonathan jone joni jonny jonty joona joonas joost jordi jorg jorge jorgen joris jorma jorn jose josef joseph josh
    joshua josiah josip jost josua josue jouko jouni jovan jovito jozef jozsef juan juanito juanjo juergen juha
    juhan juhani juho jukka julian juliano julien julio julius juliusz junaid junichi junichiro junior junji juozas
    jure jurgen juri juris jurre jurriaan juscelino jussi justin justo juuso jyotiraditya kaan kaarel kaarlo kabir
    kabiru kacper kadir kagiso kahurangi kailash kairat kaj kajetan kakha kakhaber kalervo kalev kalevi kalle kalman
    kaloyan kamal kamau kamchybek kamil kamlesh kamran kanat kapil karam karapet kare kareem karel karim karl
    karl-heinz karlo karol karoly karsten karthik kartik kashif kaspar kaspars kasper katsuhiko katsunobu katsuya
    kaua kauko kaushik kayhan kayode kazem kazimierz kazuhiko kazuhiro kazuki kazunori kazuo kazuya kazys keenan
    kees keiichi keir keisuke keita keith kelvin kemal ken kenan kendrick kenelm kenichi kenji kenneth kenny
    kensuke kent kenta kentaro kenth kenyon kerim kersten keshav keshawn kestutis ketan ketil ketut kev kevin khairy
    khaled khalid khalil khurram khurshid kieran kike kilian kimmo kimon kiprotich kiptum kiril kirill kirk kishore
    kiyoshi kjartan kjell kjetil klaas klaasjan klaus klavs kleanthis klemens knut koba kobe koen kofi kohei koichi
    koji kojo kolbjorn komang konrad konstantin konstantinos koos koray kornel kosta kostas kostiantyn kostyantyn
    kosuke kota krasimir kreshnik kresimir kresten kriss kristian kristijan kristjan kristof kristoffer krum
    krystian krzysztof kumar kunal kunihiko kuno kuntoro kurmanbek kurt kuzma kvido kwabena kwadwo kwaku kwame kwasi
    kweku kwesi kyle kyohei kyosti kyriakos kyrie lachezar lachie lachlan ladislav lado lajos lakshman lalit lamar
    lambert lamberto lamin lamont lance lapo larry lars lars-ake lars-erik lars-peter lasha lasse lassi laszlo
    latrell lauge laurens laurent laurentiu lauri laurits lautaro lavar lavrenty lawrence lazar lazaro lealaiifano
    leander leandre leandro lebron lech ledion leendert leevi lefteris leif lekan lembit len lennart lenny leo
    leocadio leody leofric leon leonard leonardo leonel leonhard leonid leonidas leopold leopoldo leota leroy les
    lester leszek lev levan levent levi levin levon lew lewis liam liaqat liborio linas lincoln lindani linus lionel
    lior lisandro livio liviu ljubisa ljubo ljubomir ljupco lloyd llyr lodewijk loic lokesh lokman lorcan lorenco
    lorenz lorenzo lorinc loris lothar louis louis-philippe loukas lubomir lubomyr lubos luc luca lucas luchino
    lucian luciano lucien lucio lucius lucjan ludek ludger ludovic ludovico ludvig ludwig ludwik luhut luigi luis
    luisao luitpold luiz luka lukas luke luksa lulzim lungile lutfi luther lutz lyndon lysander lyubomir maajid
    maarten macario maciej maciek macsen madhav madis mads magne magnus mahamadou mahathir mahdi mahendra mahesh
    mahfud mahir mahmood mahmoud mahmud maina majed majid makarand makis maksat maksim maksym maksymilian malachy
    malcolm malik malkhaz mallikarjun mamadou mamdouh mamoru mamoun mamuka manabu manaia manase mandla manfred
    manfredi manish manlio manmohan manny manoj manolis manolo mansoor mansour mantas manu manuel marat marc
    marc-andre marc-antoine marc-jan marceau marcel marcelino marcello marcelo marcin marcio marco marcos marcus
    marek margus mariano marijan marijn marin marinko marino marinos mario maris marius mariusz mark markku marko
    markus marlon marmaduke marnix marquis marquise marshall marshawn marten martijn martin martins martinus marton
    marty marvin marwan masaaki masaharu masahiko masahiro masakazu masaki masanori masaru masashi masato masayoshi
    masayuki masood masoud massimiliano massimo massoud matan matej mateo mateus mateusz matheus mathew mathias
    mathieu mathis matias matija matiu matous mats matt matteo matthew matthias matthieu matthijs matti mattia
    mattijs matyas mauri maurice mauricio maurizio mauro max maxence maxim maxime maximilian maximiliano maxwell
    mayank mbongeni meelis mehdi mehmet mehran meinhard meir mekhi mel melchor melvin menachem menahem menelaos
    menno merab mert mervyn metin metodi meyer mfundo mher micah michael michal michalis michel michelangelo michele
    mick mickey mieczyslaw mies miguel mihai mihail mihaly mihkel mihovil mikael mikaere mikayel mike mikel mikhail
    mikheil mikita mikkel mikko miklos mikolaj milan milenko miles milind milivoj miljenko milo milojko milomir
    milorad milos miloslav milosz milovan miltiadis milton milutin mimmo minas mindaugas minoru miquel mircea mirko
    miro miroslav miroslaw mirza misael misbah miska mislav miso mitch mitchell mithun mitja mitsuhiro mitsuo mitt
    mkrtich mladen moacir modibo modris moe moeen mogens mohamad mohamed mohammad mohammadu mohammed mohan mohit
    mohsen mohsin moin moises mojmir mojtaba momcilo montrell monty mor mordecai mordechai moritz morris mort morten
    morteza mortimer moses mosese moshe mostafa motoo mourad moussa mstislav mstyslav mthunzi muamer muammar mubarak
    mugur muhaimin muhammad muhammadu muhammed muhsin muhyiddin mujahid mukesh mukhtar mukul mulyadi mungo munir
    muqtada murad murali murat murdo murilo murray murtaza musa musiliu mustafa mutahi mutua muzaffar mwangi
    mykhailo mykola mykyta myroslav mzwandile nabil nachman nadav nadeem nader nadiem nadim naeem naftali nagendra
    naguib nahendra naim naji najib namir nandan nandor naoki naoto narayan narciso narek narendra naresh naser
    nasir nasser natan nate nathan nathanael nathaniel nauman naveed naveen navin navjot nawaf nawaz nazar nazario
    nazim nazri ndaba nebojsa necati ned nedelcho nedeljko neeraj neil nektarios nello nelson nelu nemanja nemesio
    nenad nestor nev nevil neville newt nhlanhla niall nicanor nicholas nick nico nicolae nicolas nicolo
    nicusor nidal niek niels nigel niilo nika nikau nikhil nikica nikitas niklas niko nikol nikola nikolai nikolaos
    nikolas nikolay nikoloz nikos nilesh nils nils-erik nino nir nirav nishant nissim nitin nitish nizar njal
    njoroge nkosana nnamdi noah noam noboru nobuhiko nobuo nobuyuki nodar noe noel nolan norayr norbert norberto
    norihiko norm norman normunds nouri novak nugroho nuhu numan nuno nunzio nurlan nursultan nyoman obadiah obafemi
    obaid obinna obrad ochieng octave octavian octavio octavius odd-arne oddvar oded odhiambo odhran odon odysseas
    ofa ofer ofir ognjen ognyan oisin oistein okechukwu ola olabode oladapo olaf olanrewaju olav olavi oldrich ole
    oleg olegario oleh oleksandr oleksii oleksiy olexiy oliver olivier olle olli olof olu olufemi olumide olusegun
    omar omer omero omid omkar omondi omri omurbek ondrej onur orazio orce oren orest oreste orestis orhan oriol
    orlando orrin orson osama osamu osbert oscar osian oskar oskari oskars osman osmo ostap osvaldo oswald oswin
    otakar otavio othmar otis otmar otso ottavio ottmar otto oumar ousmane ove ovidiu owain owen oyewole oystein
    oyvind ozan paata paavo pablo paco padraic padraig pal palle panagiotis panfilo pankaj panos pantelis panu paolo
    paora parag paraskevas paresh parth parvesh pascal pascual pasi pasquale patrice patricio patrick patrik
    patrizio patryk paul paul-henri paulinho paulo pavan pavel pavle pavlo pavlos pawan pawel pearse peder pedro
    peeter pekka pelle pencho pentti pepijn per per-erik per-olof percival percy pere peregrine pericles pero perry
    pertti pervaiz pervez petar pete peter peteris petr petras petre petri petrit petro petros petru petter petteri
    phaedon phelim phil philip philipp philippe phillip photis piergiorgio pierluigi piero pierre pierre-alain
    pierre-yves piers piet pieter pietro pim pio piotr pippo pius placido plamen platon pol polykarpos pontus
    porfirio poul prabowo pradeep prakash pramod pranab pranav prasad prasanna prasetyo prashant pratap prateek
    praveen prayut preben predrag prem premysl preston priit primo prithvi prodromos proinsias prokhor przemek
    przemyslaw puneet purnomo pyry qais qasim qassem quentin quincy quinten quique rab rachmat radamel rade radek
    radim radivoj radko radoje radomir radoslav radoslaw radovan radu rafael rafal rafe raffaele raffaello rafik
    rafiq rafizi raghav raghavan raghuram ragnar ragnvald raheem rahm rahmat rahul raife raimo raimondo raimonds
    raimund raimundo rainer rainier raivis raivo raj rajan rajat rajeev rajendra rajesh rajinder rajiv rajko rajnath
    rajnish rakesh rakhat ralf ralph ram ramachandra ramadan raman ramazan ramesh rami ramin ramiro ramon ramunas
    ramush ramzan ranald ranbir randall randeep randhir randolph randy rangi ranjan ranjit ranko ranveer raoul
    raphael rashad rashawn rashid rasim rasmus rastislav ratan ratko rauf raul rauno ravi ravindra rawiri raymond
    raza razvan recep redmond reed reg reggie reginald regis regnar rehman reijo reinaldo reince reiner reinhard
    reinhardt reinhold reinier reino reinout relu remco remi remigiusz remus ren renan renato renaud rene rens renzo
    reuben reuven revaz rex reza rhodri rhydian rhys riad riaz ricardo riccardo rich richard rick ricky ridwan
    rigoberto rik rikard riku rikuto rimantas rinaldo rinus rishabh rishi risto ritesh riyad rizal rizwan roald rob
    robbie robby robert roberto rocco rod rodante roderick rodger rodion rodney rodolfo rodoljub rodolphe rodrigo
    rodrigue roel roelof rogelio roger rogerio rohan rohit roi rokas roland rolando rolf rollo romain roman romano
    romaric romeo rommel romolo romulo ron ronald ronaldo ronan roni ronnie roosevelt ropata roque rory rosendo
    roshan rosmah ross rostam rostislav rostyslav rotimi rowland roy ruairi ruari ruaridh ruben rubens rudi rudiger
    rudolf rudolph rudy ruediger rufus ruggero ruhollah rui rumen rupert rupprecht ruprecht ruslan russ russell
    rustam rustem rutger ruud ryan ryo ryohei ryoichi ryota ryszard ryuichi saad sabin sabri sachin saddam sadio
    sadiq sadyr saeed saeid safdar sahil sahir sai saif saifuddin saimone sajid sajjad sakari sakaria saku salah
    salahuddin saleem saleh sali salif salim salman salomon salvador salvatore sameer sami samih samir samkelo
    samuel samuli samvel sandeep sandor sandro sandu sanjay sanjeev sanjiv santeri santiago santo santosh sapar
    sapargali sardar sarfraz sargis sarvesh sasa satish satoru satoshi saturnino satya satyajit saul sauli saulius
    saurabh saverio savvas sayed sayyid scott sead seamus sean sebastian sebastiao sebastien segundo seiichi seiji
    seishi sejad selahattin selcuk selim selwyn semen semyon senad senan sepp seppo septimus serdar serge sergei
    sergey sergi sergio sergiu serhii serhiy serik serkan serzh seth setya severin severino seymour shabbir shadi
    shafiq shaheen shahid shahrizat shahzad shailesh shakib shakil shalva shams shamsul shane shankar shantanu
    shaquille sharad shashank shashi shaukat shaul shaun shavkat shawn shay shehbaz shekhar sheldon sherif sherman
    sherrod shigeki shigeru shimon shin shingo shinichi shinji shintaro shinya shinzo shiro shivam shivraj shkelzen
    shlomo shmuel shoaib shoei shohei shoichi shoji sholto shota shreyas shubham shuichi shunichi shunsuke shyam
    siamak siaosi sibusiso sid siddharth siddhartha sidney siebe siegbert siegfried siegmar sigbjorn sigge sigmund
    sigurd silas silvan silvano silverio silvestre silvio silviu simao simen simeon simo simon sinan sindre sinisa
    sione siosaia sipho sitiveni sivert sixten sizwe sjoerd sjur skender slamet slaven slavi slavko slavomir
    slawomir slobodan snorre soane sofyan sohail sohrab sokol sol solomon somchai somnath somsak sondre soner
    sooronbay soren sorin sosefo soso sotiris sourav spas spencer spyridon spyros srdjan srecko srettha srikanth
    srinivas stamatis stamen stan stanislav stanislaw stanko stanley stathis stavros stef stefan stefano stefche
    steffen stein steinar stelian stelios stellan sten stepan stephan stephane stephen sterling steve steven stewart
    stian stig stijn stipe stjepan stojan stoyan stratos struan stu stuart sture subhash subramaniam subramanian
    sudarshan sudhir sudip sugeng suhail suharto sujatmiko sujit sukarno sukhbir sulaiman suleiman suleyman sulo
    sultan sumit sundar sunil surapong suren surendra suresh surya suryakumar sushil susilo susumu suthep sutopo
    sutrisno svante svatopluk svein sven svend sverre svetoslav svetozar svyatoslav swapnil swaraj syahrul sybrand
    syed sylvain sylvester sylvestre symeon szabolcs szilard szymon taavi tadao tadashi tadeusz tadhg tage tahir
    taichi taiki taimur takaaki takahiro takahito takao takashi takayuki takeo takeru takeshi takis takuma takumi
    takuya talal talgat tama tamas tamati tamaz tamer tamim tamir tancredi tane tanel taneli tanguy taniela tanvir
    tapani tapio tapiwa taras tarek tareq tariq tarmo taro tarquin tarun tassilo tatsuo tatsuya taufa taufik tavon
    tayyip ted teddy teemu teguh tejas tejashwi tel temirlan temur tengiz teodor teodoro teofilo teppo terence terje
    terrell terrence teruo teten tetsuo tetsuro tetsuya teun teuvo tevfik tevita thabo thaddeus thaksin thanasis
    thanathorn thandanani thanos themba themis themistoklis theo theodor theodore theodoros theofilos theophile
    theun thiago thibaud thibault thibaut thierry thijmen thijs thilo thodoris thomas thor thorbjorn thord thorsten
    thrasyvoulos thulani tiago tiberiu tibor tiernan tigran tihomir tiit tijmen tijn tillmann tilo tim timm timo
    timofey timoteo timothee timothy timur tinashe tipene tito titouan titus tivadar tiziano tjeerd tobbe tobias
    toby todd todor toine toivo tokhtar tom tomas tomasi tomasz tomek tomer tomislav tommaso tommi tommy tomohiro
    tomoki tomoya tonga tonis tonu tony toomas topi tor toralf torben torbjorn torgeir torin torkel torleif tormod
    tornike torquil torstein torsten toru toshiaki toshihiko toshihiro toshiki toshimitsu toshio toshiyuki toussaint
    traian trajko traugott travis travon trayvon tremaine trent trevon trevor tristan tristram troels trond troy
    tryfon tryggve trygve tsutomu tsuyoshi tsvetan tucker tudor tufan tuilaepa tulio tullio tunde tuomas tuomo ture
    turki turlough tushar tuukka tvrtko ty tymofiy tymon tymoteusz tyree tyrell tyrese tyrone tyson tzachi tzvi
    ubaldo uday udayan udo uffe ugo ugochukwu uhuru ujjwal ulan uldis ulf uli ullrich ulrich ulrik ulysses umar
    umberto umer umesh unai urban urbano urho uri urmas uros urs usain usman utkarsh uttam utz uwe uzi uzoma vaclav
    vadim vadym vaea vagharsh vagn vahagn vahan vahe vaibhav vaino vakhtang valdas valdemar valdis valentin
    valentino valentyn valeri valerio valeriu valeriy valery valon valter valtteri vance vanco vangelis vano vardan
    varun vasant vasco vasil vasile vasileios vasili vasilis vasiliy vasily vassilis vasudevan vasyl vaughn vazgen
    vebjorn vedran vegard veijo veikko veit veli velimir veljko venancio veniamin venkaiah venkat venkatesh
    ventsislav verner vernon vesa veselin vetle viacheslav vianney vicente victor victorien vidar vidyut viesturs
    vigen viggo vijay vikas vikentiy vikram vikrant viktor vilgot vilho viliam viliame viljami ville villu villy
    vilmos vinay vince vincent vincenzo vineet vinicius vinko vinny vinod vinzenz viorel vipin viraj virat virender
    virgil virgilio virginio visar vishal vishnu vishwanath vit vitali vitalii vitaliy vitaly vitezslav vito vitor
    vittorio vivek vjekoslav vlad vladan vladimir vladislav vlado vladut vladyslav vlastimil vlatko vojislav vojtech
    volkan volker volkmar volodymyr voreqe vratislav vsevolod vuk vukasin vunipola vusi vusumuzi vyacheslav vytautas
    vytenis waclaw wade wael wagner waheed wahid wahyu waldemar wale waleed walid wallace wally walter wandile waqar
    ward warren waseem wasim wataru wawan wayan wayne webster wenceslao wendelin wendell wenzel werner wes wesley
    widodo wiebe wieland wieslaw wiktor wilbur wilf wilfred wilfredo wilfried wilhelm willem willi william willie
    willis wilmer wim winfried winston wiranto wiremu wissanu witold wladyslaw wlodzimierz wojciech wojtek wole wolf
    wolfgang wolfram woodrow wouter wyatt wystan xabi xabier xaver xavi xavier xenophon yaakov yago yahya yair yakov
    yakubu yanis yann yannick yannis yanto yaqub yaron yaroslav yasar yaser yash yashwant yasin yasir yasser yassin
    yasuhiro yasuo yasushi yasutoshi yavor yaw yefim yegor yehor yehoshua yehuda yerai yerlan yerzhan yevgeni
    yevgeny yevhen yevheniy yiannis yigal yilmaz yishai yisrael yitzchak yitzhak yngvar yngve yoav yochanan yoel
    yogendra yogesh yohan yohanan yohann yohei yoichi yordan yorgos yorick yosef yoshiaki yoshihide yoshihiko
    yoshihiro yoshihisa yoshimasa yoshinori yoshio yoshiro yoshitaka yossi yosuke yotam younis yousaf yousef youssef
    yousuf yoweri yudai yudi yuichi yuichiro yuji yujiro yukihiro yukio yuri yurii yuriy yury yusaku yusef yusril
    yusuf yusuke yuta yutaka yuto yuval yuvraj yuzuru yvan yves yvon zacarias zachariah zachary zack zafar zaheer
    zahid zahir zaid zain zak zakaria zakhar zaki zalman zalmay zane zaza zbigniew zbynek zdenek zdeno zdravko
    zdzislaw ze'ev zeeshan zeke zeljko zenon zenzele zhaksylyk zhandos zhelyu zia ziad zigmars zisis zivko zlatan
    zlatko zolani zoltan zoran zsigmond zsolt zubair zubin zulkifli zurab zvi zviad zvonimir zvonko zweli zwelinzima
    zydrunas zygmunt
    """
)
