/** What the streets of a quarter are called after. */
export type Theme = 'trades' | 'risorgimento' | 'science' | 'cities' | 'wine' | 'music' | 'rivers' | 'work' | 'flowers'

const list = (names: string): string[] => names.split(',').map((name) => name.trim())

/** Street names in the order in which streets are given them; the first word is the type. */
export const streetNames: Record<Theme, readonly string[]> = {
  trades: list(`
    Vicolo dei Calderai, Via degli Orefici, Vicolo del Forno, Via dei Tintori, Via Santa Croce, Vicolo Stretto,
    Via San Francesco, Via dei Cordai, Vicolo della Torre, Via del Mercato Vecchio, Via delle Beccherie,
    Vicolo San Giacomo, Via dei Lanaioli, Via dell'Ospedale Vecchio, Vicolo del Pozzo, Via della Rocca, Via dei Mercanti,
    Vicolo dell'Arco, Via Santa Chiara, Via dei Ramai, Vicolo delle Monache, Via del Seminario, Via dei Cappuccini,
    Vicolo del Gallo, Via della Misericordia, Vicolo dei Sospiri, Via delle Erbe, Via dei Falegnami`),
  risorgimento: list(`
    Via XX Settembre, Via Goffredo Mameli, Via IV Novembre, Via Carlo Pisacane, Via Anita Garibaldi,
    Via Santorre di Santarosa, Via Massimo d'Azeglio, Via Silvio Pellico, Via XXIV Maggio, Via Nino Bixio,
    Via Daniele Manin, Via Alfonso La Marmora, Via Aurelio Saffi, Via Vincenzo Gioberti, Via Cesare Battisti,
    Via Solferino, Via Magenta, Via Palestro, Via Luigi Galvani, Via Ugo Foscolo, Via Giacomo Leopardi,
    Via Alessandro Manzoni, Via Giosuè Carducci, Via Cristina di Belgioioso, Via I Maggio, Via Pietro Micca,
    Via Umberto Cagni, Via Trento, Via Trieste`),
  science: list(`
    Via Galileo Galilei, Via Alessandro Volta, Via Guglielmo Marconi, Via Rita Levi-Montalcini, Via Enrico Fermi,
    Via Leonardo da Vinci, Via Evangelista Torricelli, Via Pietro Giardini, Via Maria Montessori, Via Antonio Pacinotti,
    Via Galileo Ferraris, Via Amedeo Avogadro, Via Marcello Malpighi, Via Laura Bassi, Largo Margherita Hack,
    Via Quintino Sella, Via Giuseppe Di Vittorio, Via Sandro Pertini, Via Nilde Iotti, Via Tina Anselmi,
    Via Fratelli Cervi, Via XXV Aprile, Via Enrico Berlinguer, Via Aldo Moro, Via Giuseppe Saragat, Via Piero Gobetti,
    Via Luigi Einaudi, Via Ada Gobetti`),
  cities: list(`
    Via Firenze, Via Bologna, Via Venezia, Via Napoli, Via Palermo, Via Verona, Via Cagliari, Via Ancona, Via Perugia,
    Via Pavia, Via Asti, Via Cuneo, Via Vilnius, Via Leopoli, Via Savona, Via Bergamo, Via Trapani, Via Matera, Via Lecce,
    Via Gorizia`),
  wine: list(`
    Via delle Vigne, Via del Barbera, Via del Cortese, Via del Dolcetto, Via del Grignolino, Via del Moscato,
    Via della Vendemmia, Via dei Filari, Via del Torchio, Via delle Cantine, Via dei Noci, Via dei Ciliegi,
    Via dei Mandorli, Via dei Peschi, Via dei Castagni, Via dei Gelsi, Via degli Ulivi, Via dei Pini, Via degli Aceri,
    Via delle Betulle, Via dei Tigli, Via dei Platani, Via delle Querce, Via degli Ippocastani, Via dei Faggi,
    Via dei Cipressi, Via del Melograno, Via del Noceto, Via dei Larici, Via del Sambuco, Via dei Carpini`),
  music: list(`
    Via Giuseppe Verdi, Via Giacomo Puccini, Via Gioachino Rossini, Via Gaetano Donizetti, Via Vincenzo Bellini,
    Via Antonio Vivaldi, Via Arturo Toscanini, Via Pietro Mascagni, Via Niccolò Paganini, Via Claudio Monteverdi,
    Via Luigi Boccherini, Via Ottorino Respighi, Via Caravaggio, Via Giotto, Via Artemisia Gentileschi,
    Via Giorgio Morandi, Via Felice Casorati, Via Giuseppe Pellizza da Volpedo, Via Amedeo Modigliani,
    Via Umberto Boccioni, Via Andrea Mantegna, Via Maria Callas, Via Nino Rota, Via Luigi Cherubini, Via Alfredo Casella`),
  rivers: list(`
    Via Po, Via Tanaro, Via Bormida, Via Scrivia, Via Sesia, Via Ticino, Via Adda, Via Arno, Via Tevere, Via Piave,
    Via Isonzo, Via dei Barcaioli, Via del Traghetto, Via dei Pescatori, Via del Mulino, Via della Chiusa, Via San Rocco,
    Via della Parrocchia, Via Monviso, Via Monte Rosa, Via Monte Grappa, Via Cervino, Via Gran Paradiso, Via Adamello,
    Via Lago Maggiore, Via Stelvio, Via Belbo, Via Adige, Via dei Salici, Via dei Pioppi`),
  work: list(`
    Via dell'Artigianato, Via dell'Industria, Via del Lavoro, Via dell'Elettronica, Via della Meccanica,
    Via Adriano Olivetti, Via Enrico Mattei, Via del Commercio, Via dei Trasporti, Via della Ferrovia,
    Via dell'Innovazione, Via Alessandro Rossi, Via dello Scalo Merci, Via della Ceramica`),
  flowers: list(`
    Via delle Rose, Via dei Gelsomini, Via delle Viole, Via dei Glicini, Via delle Camelie, Via degli Oleandri,
    Via dei Garofani, Via delle Ginestre, Via delle Magnolie, Via dei Ciclamini, Via delle Mimose, Via dei Gladioli,
    Via delle Ortensie, Via delle Primule, Via dei Tulipani, Via della Lavanda, Via degli Iris, Via dei Papaveri,
    Via delle Azalee, Via del Belvedere, Via delle Peonie, Via dei Fiordalisi, Via delle Margherite, Via dei Narcisi,
    Via Bella Vista, Via delle Genziane`),
}
