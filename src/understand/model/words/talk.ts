/** What people talk about beside their work. */
export const TALK = {
  coffee: `coffee kaffee* cafe cafetera tea tee mate lunch mittag* mittagessen comida almuerzo breakfast fruhstuck*
    desayuno cake kuchen* pastel tarta torta canteen kantine* comedor food essen cena dinner pizza beer bier*
    cerveza wine wein vino bbq grill* asado barbacoa bread brot broetchen semmel* wurst* snack* chocolate
    schoko* kekse galletas empanada* taco* mensa hambre hunger hungry`,
  party: `party feier* fiesta christmas weihnacht* navidad* easter ostern birthday geburtstag* cumple* cumpleanos gift
    geschenk* regalo* farewell abschied* despedida raffle tombola wedding hochzeit* boda congrat* gluckwunsch*
    felicit* jubilaum* anniversary sommerfest* betriebsausflug* sorteo baby bebe nacido geboren born`,
  sport: `football fussball* futbol match spiel* partido* goal tor gol team liga game won gewonnen ganamos gano lost
    verloren perdimos tennis bike fahrrad* bici marathon ski gym mundial bayern`,
  weather: `weather wetter* clima rain* regen* lluvia* llueve snow* schnee* nieve sun sonne* sol hot heis* calor cold
    kalt* frio storm sturm* tormenta winter sommer* summer verano invierno`,
  thanks: `thanks thank danke* gracias cheers merci great super* toll prima genial buenisimo bien well nice nett lob
    praise kudos amable`,
  joke: `lol haha* jaja* hehe witz* joke* kidding scherz* broma* chiste* funny lustig* lach* laugh* risa reir spas
    fun`,
  family: `wife frau mujer husband mann marido kids kinder* hijos hijo hija son daughter tochter sohn mum mother mutter
    madre mama father vater padre papa dog hund perro cat katze gato brother bruder hermano sister schwester
    hermana cousin primo grandma oma abuela neighbour* nachbar* vecino* garden garten jardin car auto coche
    carro parking parkplatz* estacionamiento`,
  notices: `announce* ankundig* anunci* inform* info infos fyi aviso avisar bescheid mitteil* notice heads reminder zur
    kenntnis meeting besprechung* reunion sitzung* training schulung* curso course kurs visit* besuch* visita
    press presse magazin newsletter`,
  done: `done erledigt fertig gemacht hecho listo finished abgeschlossen terminado acabado completed closed
    geschlossen cerrado worked funktioniert klappt klappte functions funciona works lauft jetzt solved gelost
    resuelto arreglado behoben fixed repaired repariert reparado reparo swapped getauscht cambiado cambiamos
    updated aktualisiert installed installiert instalado moved umgezogen renewed returned zuruckgegeben devuelto
    switched`,
  plans: `plan* geplant vorhab* will going werde werden wird planean planea voy vamos shall next nachste* proxim*
    budget presupuesto project projekt* proyecto quote angebot* oferta presupuest* offer tender ausschreib*
    licitacion consider uberleg* evaluar study studie* estudio someday irgendwann idea idee`,
} as const;
