/**
 * Names as the communities of such programs bear them, commonest first. A word is written `usual/other spelling
 * ~familiar form`, with `_` for a space inside a name. Spellings are those that one person's papers show beside
 * each other: transliterations, and the habits of the countries people came through.
 */
export interface NameWords {
  women: string
  men: string
  families: string
}

const spanish: NameWords = {
  women: `María Guadalupe~Lupe Ana Rosa Carmen Juana Margarita Leticia~Lety Verónica~Vero Patricia~Paty
    Elizabeth/Elisabeth Gloria Martha/Marta Alejandra~Ale Sandra Teresa/Theresa~Tere Francisca~Paca Alicia Yolanda
    Adriana Silvia/Sylvia Josefina~Fina Isabel~Chabela Gabriela~Gaby Blanca Esther/Ester Luz Claudia Mercedes~Meche
    Elena/Helena Lucía Laura Irma Norma Dolores~Lola Beatriz/Beatris~Bety Yesenia/Jessenia/Yessenia Maritza/Mariza
    Rosario~Chayo Consuelo~Chelo Concepción~Concha Fernanda Daniela Karina/Carina Mónica Paola Mayra/Maira
    Wendy/Wendi Xiomara/Siomara Brenda Fabiola Rocío Araceli/Aracely Nohemí/Noemí Ruth Sara/Sarah Raquel/Rachel
    Evelyn/Evelin María_José Yamileth/Yamilet/Jamileth Zoila/Soila Marisol Dulce`,
  men: `José~Pepe Juan Luis Carlos Jesús~Chuy Miguel Antonio~Toño Francisco~Paco~Pancho Manuel~Manny Jorge Pedro
    Alejandro~Alex Roberto~Beto Fernando Ricardo Javier/Xavier Rafael~Rafa Eduardo~Lalo Sergio Martín Daniel
    Raúl Arturo Óscar Mario Ramón~Moncho Enrique~Quique Gerardo/Jerardo Víctor/Bíctor Alberto Héctor/Éctor Andrés Armando
    César Ángel Rubén Hugo Julio Marco/Marcos Salvador~Chava Ernesto Guillermo~Memo Gustavo~Tavo David Alfredo Felipe
    Pablo Joel Iván Wílmer/Wilmar/Vilmer Edwin/Eduin Elmer Byron/Bairon Jonathan/Yonatan/Jhonatan Jefferson/Yeferson
    Kevin/Kebin Ignacio~Nacho Santiago Tomás Samuel Moisés/Moyses Isaías Abraham/Abrahán Saúl Israel Nelson Milton`,
  families: `Hernández/Hernandes García/Garsía Martínez/Martines González/Gonzales López/Lopes Rodríguez/Rodrigues
    Pérez/Peres Sánchez/Sanches Ramírez/Ramires Flores/Flórez Gómez/Gomes Torres Díaz/Dias Cruz/Cruces Reyes Morales
    Ortiz/Ortis Gutiérrez/Gutierres Ramos Ruiz/Ruis Mendoza/Mendosa Álvarez/Alvares Castillo Jiménez/Giménez
    Vásquez/Vázquez/Basques Chávez/Chaves Rivera/Ribera Romero Juárez/Juares Moreno Domínguez/Domingues Herrera Medina
    Aguilar/Aguilár Vargas/Bargas Castro Guzmán Méndez/Mendes Velásquez/Velázquez Muñoz/Munoz Salazar Rojas/Roxas
    de_la_Cruz Guerrero Contreras Estrada Ortega Luna Delgado Alvarado Ríos Sandoval/Sandobal Mejía Cortés/Cortez
    Santiago Padilla Maldonado Peña/Penia Espinoza/Espinosa Fuentes León Molina Soto Campos Cabrera Vega Navarro
    Ayala Núñez/Núnez Acosta Carrillo/Carillo Rosales Silva/Sylva Lara Cervantes/Servantes Figueroa de_León
    Escobar Cárdenas/Cardinas Quintero/Kintero Pineda Zúñiga/Súñiga Orellana Alfaro Portillo Lemus Menjívar/Menjíbar
    Argueta Paz Bonilla Zelaya/Selaya Lobo Chacón Cifuentes/Sifuentes Xol/Shol Caal/Cal Tzul/Tsul Ixcoy Quiñones
    del_Valle de_Jesús Valdez/Valdés Montes Osorio Arias Barrios/Varrios Calderón Palacios Trujillo Villanueva Zamora`,
}

const vietnamese: NameWords = {
  women: `Thị_Hồng Thị_Lan Thị_Hương Thị_Mai Thị_Hoa Thị_Thu Thị_Ngọc Thị_Thanh Thị_Phương Thị_Hạnh Thị_Kim_Anh
    Thị_Bích Thị_Tuyết Thu_Hà Thùy_Linh Ngọc_Ánh Kim_Loan Thanh_Thảo Mỹ_Linh Thị_Ánh Minh_Châu Thị_Yến Bảo_Trân
    Thị_Loan Thị_Nga Thị_Dung Thị_Diễm Quỳnh_Như Thị_Xuân Thị_Liên`,
  men: `Văn_Hùng Văn_Minh Văn_Dũng Văn_Nam Văn_Tuấn Văn_Hải Minh_Đức Quốc_Anh Quang_Huy Đình_Phúc Hữu_Thắng
    Thanh_Tùng Văn_Lâm Văn_Long Hoàng_Long Anh_Tuấn Đức_Thịnh Xuân_Trường Văn_Sơn Quốc_Bảo Gia_Bảo Minh_Khôi
    Văn_Thành Trung_Hiếu Công_Danh Ngọc_Sơn`,
  families: `Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Huỳnh/Hoàng Vũ/Võ Phan Đặng Bùi Đỗ Hồ Ngô Dương
    Lý Đinh Đoàn Trương Mai Lâm Tạ Cao`,
}

const chinese: NameWords = {
  women: `Mei_Ling Xiu_Ying/Hsiu_Ying Li_Juan/Li_Chuan Xiao_Hong/Hsiao_Hung Yan Fang Xiu_Mei/Hsiu_Mei Yu_Lan Gui_Ying/Kuei_Ying
    Jing/Ching Hui_Min Xue_Mei/Hsueh_Mei Li_Na Ting_Ting Qiao_Yun/Chiao_Yun Shu_Fen Hong/Hung Yu_Zhen/Yu_Chen Lan Ya_Ting
    Wan_Ying Xin_Yi/Hsin_Yi Jia_Hui/Chia_Hui Bi_Xia/Pi_Hsia Min Lin Feng_Jiao/Fung_Kiu`,
  men: `Wei Jian_Guo/Chien_Kuo Jun/Chun Qiang/Chiang Zhi_Ming/Chih_Ming Guo_Hua/Kuo_Hua Jian_Hua/Chien_Hua Yong Lei
    Xiao_Ming/Hsiao_Ming Zhi_Wei/Chih_Wei Hao Wen_Bin/Wen_Pin Jia_Ming/Chia_Ming Bo/Po Tian_You Ming Zhen_Hua/Chen_Hua
    De_Sheng/Te_Sheng Rui Guang_Fu/Kuang_Fu Shu_Ming Da_Wei Yi_Fan`,
  families: `Wang/Wong Li/Lee Zhang/Chang/Cheung Liu/Lau Chen/Chan Yang/Yeung Huang/Wong Zhao/Chao/Chiu Wu/Ng Zhou/Chou/Chow
    Xu/Hsu/Tsui Sun/Suen Ma Zhu/Chu Hu/Wu Guo/Kuo/Kwok He/Ho Lin/Lam Gao/Kao/Ko Luo/Lo/Law Zheng/Cheng Liang/Leung Xie/Hsieh/Tse
    Tang/Tong Deng/Teng Feng/Fung Cao/Tsao Peng/Pang Zeng/Tseng Ouyang/Ou_Yang Situ/Szeto`,
}

const arabic: NameWords = {
  women: `Fatima/Fatma/Fatimah Aisha/Aicha/Ayesha Maryam/Mariam/Meryem Zainab/Zeinab/Zaynab Noor/Nour/Nur Huda/Hoda
    Amina/Aminah Layla/Leila/Laila Khadija/Khadijah/Kadija Samira/Sameera Rania/Raniya Hanan Iman/Eman Salma/Selma
    Yasmin/Yasmeen/Jasmin Abeer/Abir Nadia/Nadya Sahar Suad/Souad Rasha Hiba/Heba Dalia/Dalya Asmaa/Asma Ghada Wafa/Wafaa
    Nawal Shaima/Shaymaa Zahra/Zahraa Intisar/Entesar Rim/Reem`,
  men: `Mohammed/Mohamed/Muhammad/Mohammad~Mo Ahmed/Ahmad Ali/Aly Hassan/Hasan Hussein/Husain/Hussain Omar/Umar
    Yousef/Youssef/Yusuf/Yousif Ibrahim/Ebrahim Mahmoud/Mahmood Khaled/Khalid Abdullah/Abdallah Mustafa/Mostafa/Moustafa
    Abdulrahman/Abdel_Rahman/Abd_al-Rahman Karim/Kareem Saeed/Said/Saied Tariq/Tarek/Tareq Waleed/Walid Jamal/Gamal
    Hamza/Hamzah Bilal/Belal Samir/Sameer Adnan Faisal/Faysal Haider/Haydar Zaid/Zayd Salah/Saleh Nasser/Naser/Nasir Ismail/Esmail
    Jaafar/Jafar/Gaafar Rashid/Rasheed`,
  families: `al-Hassan/el-Hassan al-Jaburi/al-Jubouri al-Masri/el-Masry Hussein/Hussain Ibrahim/Ebrahim Khalil/Khaleel
    Haddad Mansour/Mansur Saleh/Salih Abdullah/Abdallah al-Tamimi/al-Tameemi Nasser/Naser Hamdan Qasim/Kassem/Qassem
    al-Obaidi/al-Ubaydi Darwish/Darwich Shahin/Shaheen Aziz/Azeez Othman/Osman/Uthman al-Zubaidi/al-Zubaydi Barakat
    Najjar/Najar al-Rashid/al-Rasheed Sabbagh/Sabagh Hamid/Hameed Suleiman/Sulaiman/Soliman al-Dulaimi/al-Dulaymi
    Ayoub/Ayyub Bakr/Bakir al-Khatib/el-Khatib Amin/Ameen Farhan Jasim/Jassim/Qasem`,
}

/** Given name, father's, grandfather's: each of them a man's or woman's own name. */
const amharic: NameWords = {
  women: `Tigist/Tigest Hiwot/Hewot Meseret Selam/Selamawit Almaz Genet/Ghenet Bethlehem/Betelhem Mahlet Rahel/Rachel
    Tsehay/Tsehai Aster/Ester Zenebech/Zenebetch Saba Helen/Elen Feven/Fiven Senait Abeba/Ababa Mulu Worknesh/Werknesh
    Azeb/Azieb Yeshi Marta/Martha Kidist/Qidist Eden Lemlem`,
  men: `Dawit/David Tesfaye/Tesfay Abebe Haile/Hayle Bekele/Beqele Yohannes/Yohanes Mulugeta Solomon/Selomon Girma
    Getachew Berhane/Birhane/Berhanu Kebede/Kebbede Tadesse/Tadese Alemu Mekonnen/Makonnen Desta Gebre_Mariam/Gebremariam/Ghebremariam
    Habte/Habtom Negash Assefa/Asefa Teklu Daniel Mesfin Yared Fikru/Fikre Tewodros/Theodros Samuel/Samuael Wolde_Giorgis/Woldegiorgis
    Hagos Kidane/Kedane`,
  families: '',
}

const somali: NameWords = {
  women: `Fadumo/Faduma/Fatuma Amina/Aamina Halimo/Halima Hodan Khadra/Khadro Sahra/Zahra Maryan/Maryam Hawo/Hawa
    Asha/Caasha Ifrah Nimo/Nimco Shukri Ubah/Ubax Deqo/Deqa Ayan/Ayaan Safiyo/Safia Zeynab/Zaynab Hamdi Ikran/Ikraan Saido/Saida
    Muna Rahma/Raxma`,
  men: `Mohamed/Mohamud/Maxamed Abdi/Cabdi Ahmed/Axmed Ali/Cali Hassan/Xasan Abdullahi/Cabdulaahi Ibrahim/Ibraahim
    Yusuf/Yuusuf Hussein/Xuseen Omar/Cumar Osman/Cismaan Abdirahman/Abdi_Rahman/Cabdiraxmaan Farah/Faarax Ismail/Ismaaciil
    Jama/Jaamac Nur/Noor/Nuur Adan/Aden Warsame Muse/Muuse Dahir/Daahir Abukar Elmi/Cilmi Mahad/Mahat Bashir/Bashiir Sharif/Shariif`,
  families: '',
}

const haitian: NameWords = {
  women: `Marie Marie-Ange Marie-Carmel Widline/Wideline Guerda/Gerda Rose-Marie Nadège Mirlande/Myrlande Islande
    Fabienne Roseline/Roselyne Yolette/Iolette Wilmide/Wilmine Darline/Darlyne Jésula/Gésula Kettly/Ketly Manoucheka/Manoushka
    Esther/Ester Judith Dieula Lovely Natacha/Natasha Micheline Guirlande/Guerlande Sherley/Shirley Rosemène/Rosemaine`,
  men: `Jean Jean-Robert Pierre Frantz/Franz Wilner/Vilner Jean-Claude~Claudy Emmanuel~Manno Évens/Evans Ronald Junior
    Jean-Baptiste Stevenson/Stevenson Wilson Jacques Dieuseul/Dieusel Kervens/Kerven Fritz/Frits Makenson/Mackenson Rodney
    Jean-Marie Johnny/Djonny Luckner/Lukner Guerrier Patrick Jimmy/Djimy Réginald/Reginal`,
  families: `Jean Pierre Joseph/Josef Louis/Lwi Charles/Chal Jean-Baptiste François/Franswa Michel Étienne/Etyen Jean-Pierre
    Augustin/Ogisten Saint-Louis/St-Louis Dorvil Désir/Desir Toussaint/Tousen Alexandre/Alexander Célestin/Selesten Jean-Louis
    Philippe/Filip Estimé Lafontant Paul Antoine Laguerre Guillaume/Giyom Exantus/Exantuce Dieudonné/Dieudone Bien-Aimé/Bienaimé
    Saint-Fleur/St-Fleur Cadet Mésidor/Mesidor Noël`,
}

/** Family names of women end otherwise than those of their fathers and husbands: `Ivanov|a` writes both. */
const eastSlavic: NameWords = {
  women: `Olena/Elena/Helena~Lena Oksana/Oxana Natalia/Nataliia/Natalya~Natasha Tetiana/Tatiana/Tatyana~Tanya Iryna/Irina~Ira
    Svitlana/Svetlana~Sveta Yulia/Iuliia/Julia Liudmyla/Lyudmila/Ludmila~Luda Halyna/Galina Kateryna/Ekaterina/Katerina~Katya
    Mariia/Maria Anna/Hanna Nadiia/Nadezhda/Nadia Olha/Olga Valentyna/Valentina Viktoriia/Victoria~Vika Larysa/Larisa
    Anastasiia/Anastasia~Nastya Lesia/Lesya Alla Khrystyna/Kristina Sofiia/Sofia`,
  men: `Oleksandr/Alexander/Aleksandr~Sasha Serhii/Sergey/Sergei~Seryozha Volodymyr/Vladimir~Vova Andrii/Andrey/Andrei
    Mykola/Nikolai/Nikolay~Kolya Viktor/Victor Ivan Yurii/Yuri/Iurii Vasyl/Vasily/Vasiliy Oleh/Oleg Ihor/Igor
    Mykhailo/Mikhail~Misha Dmytro/Dmitry/Dmitri~Dima Petro/Peter/Pyotr Bohdan/Bogdan Yevhen/Evgeny/Ievgen~Zhenya Anatolii/Anatoly
    Pavlo/Pavel Roman Maksym/Maxim Vitalii/Vitaly Taras Oleksii/Alexey/Aleksei Ruslan`,
  families: `Melnyk/Melnik Shevchenko/Shevtchenko Kovalenko Boiko/Boyko Bondarenko Tkachenko Kravchenko Koval Oliinyk/Oleynik
    Shevchuk Polishchuk/Polischuk Ivanov|a Petrov|a Lysenko Marchenko Savchenko Rudenko Moroz Petrenko Kravchuk Klymenko/Klimenko
    Pavlenko Popov|a Kuznetsov|a Smirnov|a Volkov|a Zaitsev|a Sokolov|a Kovalsk|yi|a Lewandowsk|yi|a Hrytsenko/Gritsenko
    Yakovenko/Iakovenko Tsymbal/Tsimbal Zhuk Khomenko/Homenko Kozak Sydorenko/Sidorenko Fedorov|a Novytsk|yi|a`,
}

const portuguese: NameWords = {
  women: `Maria Ana Francisca Antônia Adriana Juliana Márcia Fernanda~Nanda Patrícia Aline Camila Bruna Letícia
    Amanda Luciana Vanessa Cristiane/Cristiani Simone Rosângela Terezinha/Teresinha Aparecida~Cida Luana Raimunda Kátia/Cátia Sônia
    Thaís/Taís Rayssa/Raíssa Graziela/Grazielle`,
  men: `José João Antônio Francisco~Chico Carlos Paulo Pedro Lucas Luiz/Luís Marcos Gabriel Rafael Daniel Marcelo
    Bruno Eduardo~Dudu Felipe/Filipe Raimundo Rodrigo Manoel/Manuel Mateus/Matheus André Fábio Leonardo~Leo Gustavo Tiago/Thiago
    Wellington/Uelinton Wesley/Weslei Vinícius/Vinicius Jeferson/Jefferson`,
  families: `da_Silva/da_Sylva dos_Santos de_Oliveira de_Souza/de_Sousa Rodrigues Ferreira Alves Pereira Lima Gomes
    da_Costa Ribeiro Martins Carvalho de_Almeida Lopes Soares Fernandes Vieira Barbosa/Barboza Rocha Dias Nascimento/do_Nascimento
    Andrade Moreira Nunes Marques Machado Mendes Freitas/de_Freitas Cardoso Ramos Gonçalves Santana/de_Santana Teixeira/Texeira
    de_Araújo Moura Cavalcante/Cavalcanti Batista/Baptista`,
}

/** No family names: all words together are the name, whichever field they land in. */
const burmese: NameWords = {
  women: `Paw Wah Htoo Eh Mu Hser Khin Thida/Thidar Aye Mya Nilar Su Su Hnin Moe/Moh Sandar Naw Dah Gay Say Ku Lay Phaw/Paw
    Thin Thin Ei Mon Yu Par Win`,
  men: `Ko Ko Aung Saw Htoo Kyaw Min Zaw Soe Tun/Htun Naing/Naing Thein Win Eh Doh Moo/Mu Hla Lwin Ler Wah Kaw/Kor Zin Oo/U
    Myint Than Tin Shwe Ba Thaw Htay/Htet`,
  families: '',
}

/** The names of each community. */
export const wordsOf = {
  spanish,
  vietnamese,
  chinese,
  arabic,
  amharic,
  somali,
  haitian,
  eastSlavic,
  portuguese,
  burmese,
} as const
export type Community = keyof typeof wordsOf
