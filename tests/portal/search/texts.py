"""Short texts such as the portal publishes, in three languages."""

TEXTS = {
    "aktobe-attack": {
        "kk": (
            "Ақтөбеде қару дүкендеріне шабуыл жасалды",
            "Қала тұрғындарынан үйден шықпау сұралады. Қоғамдық көлік қозғалысы тоқтатылды, "
            "ойын-сауық орындары жабық. Полиция күдіктілерді іздестіріп жатыр.",
        ),
        "ru": (
            "В Актобе совершено нападение на оружейные магазины",
            "Жителей города просят не выходить из дома. Движение общественного транспорта "
            "приостановлено, развлекательные заведения закрыты. Полиция ищет подозреваемых.",
        ),
        "en": (
            "Gun shops attacked in Aktobe",
            "Residents are asked to stay at home. Public transport is suspended and entertainment "
            "venues are closed. The police are looking for the suspects.",
        ),
    },
    "mourning": {
        "kk": (
            "Президент жалпыұлттық аза тұту күнін жариялады",
            "Мемлекет басшысы мәлімдеме жасап, халықты сабыр сақтауға және арандатуға ермеуге "
            "шақырды. Қаза тапқандардың туыстарына көңіл айтылды.",
        ),
        "ru": (
            "Президент объявил день общенационального траура",
            "Глава государства выступил с заявлением, призвал сохранять спокойствие и не "
            "поддаваться на провокации. Родным погибших выражены соболезнования.",
        ),
        "en": (
            "President declares a national day of mourning",
            "The head of state made a statement and called on people to remain calm and to resist "
            "provocations. He offered condolences to the families of the victims.",
        ),
    },
    "extended": {
        "kk": (
            "Террористік қауіптілік деңгейінің мерзімі ұзартылды",
            "Шешімді республикалық жедел штаб қабылдады. Маңызды нысандардың күзеті күшейтілді, "
            "жолдарда блок-бекеттер қойылды.",
        ),
        "ru": (
            "Срок действия уровня террористической опасности продлён",
            "Решение принял республиканский оперативный штаб. Охрана важных объектов усилена, на "
            "дорогах выставлены блокпосты.",
        ),
        "en": (
            "Term of the terrorism threat level extended",
            "The decision was taken by the republican operational headquarters. Protection of key "
            "sites is reinforced, and checkpoints stand on the roads.",
        ),
    },
    "abandoned": {
        "kk": (
            "Иесіз зат көрсеңіз, не істеу керек",
            "Сөмкеге, қорапқа қол тигізбеңіз, алыстап кетіп, құтқарушыларды күтіңіз. Балаларға "
            "бөтен заттың қауіпті екенін түсіндіріңіз.",
        ),
        "ru": (
            "Что делать, если вы увидели бесхозный предмет",
            "Не трогайте сумку или коробку, отойдите и дождитесь спасателей. Объясните детям, чем "
            "опасна чужая вещь.",
        ),
        "en": (
            "What to do about an unattended item",
            "Do not touch the bag or the box, move away and wait for the rescuers. Explain to your "
            "children why such things are dangerous.",
        ),
    },
    "documents": {
        "kk": (
            "Жеке куәлікті өзіңізбен бірге алып жүріңіз",
            "Көшеде құжаттар тексерілуі мүмкін. Қызметкерлердің заңды талаптарын орындаңыз, "
            "көлікті тексеруге түсіністікпен қараңыз.",
        ),
        "ru": (
            "Носите с собой удостоверение личности",
            "На улице могут проверить документы. Выполняйте законные требования сотрудников, с "
            "пониманием относитесь к досмотру автомобилей.",
        ),
        "en": (
            "Carry your identity card with you",
            "Documents may be checked in the street. Follow the lawful instructions of officers "
            "and be patient while vehicles are searched.",
        ),
    },
    "exercise": {
        "kk": (
            "Астанада жоспарлы оқу-жаттығу өтеді",
            "Жаттығу кезінде әскери техника қозғалысы мен атыс дыбысы болуы мүмкін. "
            "Тұрғындардан дүрбелеңге салынбау сұралады.",
        ),
        "ru": (
            "В Астане пройдут плановые учения",
            "Во время учений возможны движение военной техники и звуки выстрелов. Жителей просят "
            "не поддаваться панике.",
        ),
        "en": (
            "Planned exercise to be held in Astana",
            "Military vehicles may move and shots may be heard during the exercise. Residents are "
            "asked not to panic.",
        ),
    },
    "call": {
        "kk": (
            "112 нөміріне қалай қоңырау шалу керек",
            "Қоңырау тегін, кез келген телефоннан шалуға болады. Не болғанын, қайда екеніңізді "
            "айтыңыз, тұтқаны бірінші қоймаңыз.",
        ),
        "ru": (
            "Как звонить по номеру 112",
            "Звонок бесплатный, позвонить можно с любого телефона. Скажите, что случилось и где "
            "вы находитесь, не кладите трубку первыми.",
        ),
        "en": (
            "How to call 112",
            "The call is free and can be made from any phone. Say what happened and where you are, "
            "and do not hang up first.",
        ),
    },
}

# A question, and the text that it should find.
QUESTIONS = {
    "kk": (
        ("Ақтөбе", "aktobe-attack"), ("Актобедегі", "aktobe-attack"),
        ("шабуылдарға", "aktobe-attack"),
        ("қарулар", "aktobe-attack"), ("дүкенде", "aktobe-attack"),
        ("тұрғындарға", "aktobe-attack"), ("көліктің қозғалысы", "aktobe-attack"),
        ("полицияны", "aktobe-attack"), ("күдіктіні", "aktobe-attack"),
        ("мәлімдемесі", "mourning"), ("малимдемеде", "mourning"),
        ("президенттің", "mourning"), ("арандатулар", "mourning"),
        ("қаза тапқандарға", "mourning"), ("халыққа", "mourning"),
        ("қауіптіліктің", "extended"), ("деңгейлер", "extended"),
        ("мерзімді ұзарту", "extended"), ("шешімдер", "extended"),
        ("штабтың", "extended"), ("блок-бекетте", "extended"),
        ("нысандар күзеті", "extended"), ("иесіз заттар", "abandoned"),
        ("сөмкелер", "abandoned"), ("құтқарушы", "abandoned"),
        ("балалардың", "abandoned"), ("құжатты тексеру", "documents"),
        ("жаттығулар", "exercise"),
    ),
    "ru": (
        ("Актобе", "aktobe-attack"), ("нападения", "aktobe-attack"),
        ("оружейный магазин", "aktobe-attack"),
        ("жители", "aktobe-attack"), ("общественный транспорт", "aktobe-attack"),
        ("полиции", "aktobe-attack"), ("подозреваемый", "aktobe-attack"),
        ("закрытое заведение", "aktobe-attack"), ("заявления президента", "mourning"),
        ("траур", "mourning"), ("провокация", "mourning"),
        ("соболезнование", "mourning"), ("погибшие", "mourning"),
        ("уровни опасности", "extended"), ("продление срока", "extended"),
        ("решения штаба", "extended"), ("блокпост", "extended"),
        ("охраны объектов", "extended"), ("бесхозные предметы", "abandoned"),
        ("сумки", "abandoned"), ("спасатель", "abandoned"),
        ("дети", "abandoned"), ("документ", "documents"),
        ("требование сотрудника", "documents"), ("досмотр автомобиля", "documents"),
        ("учение в Астане", "exercise"), ("военная техника", "exercise"),
        ("бесплатного звонка", "call"),
    ),
    "en": (
        ("Aktobe", "aktobe-attack"), ("attacks", "aktobe-attack"),
        ("attack on a shop", "aktobe-attack"), ("resident", "aktobe-attack"),
        ("suspending transport", "aktobe-attack"),
        ("entertaining", "aktobe-attack"), ("closing venues", "aktobe-attack"),
        ("presidents", "mourning"), ("declared", "mourning"),
        ("statements", "mourning"), ("provocation", "mourning"),
        ("condolence", "mourning"), ("victim's families", "mourning"),
        ("threats", "extended"), ("extending the level", "extended"),
        ("decisions", "extended"), ("checkpoint", "extended"),
        ("protecting sites", "extended"), ("reinforcement", "extended"),
        ("unattended items", "abandoned"), ("touching bags", "abandoned"),
        ("rescuer", "abandoned"), ("explained to a child", "abandoned"),
        ("documents checking", "documents"), ("searching vehicles", "documents"),
        ("officer's instruction", "documents"), ("exercises in Astana", "exercise"),
        ("calling 112", "call"),
    ),
}  # fmt: skip
