// What a concept finds in a text: each row is one construct of the language of patterns.
#include <catch2/catch.hpp>

#include "support/engine/rules.hpp"

using namespace lacuna;

namespace {

struct Case {
    std::string pattern, text, found;  // found: the words, joined by " | "
};

std::string find(std::string const& pattern, std::string const& text) {
    auto const program = test::compile_rules(
        "lexicon en\n"
        "quantity duration { \"year\" = 1 year \"month\" = 1 month \"life\" = 99 years "
        "\"a year\" = 12 months \"half a year\" = 6 months }\n"
        "quantity money { \"dollar\" = 1 }\n"
        "spelling { \"*ize\" = \"*ise\" \"*izing\" = \"*ising\" \"*izations\" = \"*isations\" "
        "\"color*\" = \"colour*\" \"offenses\" = \"offences\" }\n"
        "concept animal { \"cat\" | \"dog\" }\n"
        "concept wanted { " +
        pattern + " }\n");
    auto const document = akn::document_from_text(text, "en");
    std::string out;
    for (auto const& hit : match::find_concept(*program, "wanted", document, "en")) {
        if (!out.empty()) out += " | ";
        out += document.text.substr(hit.text_begin, hit.text_end - hit.text_begin);
    }
    return out;
}

}  // namespace

TEST_CASE("a pattern finds what it says and nothing else") {
    auto const row = GENERATE(values<Case>({
        {R"("computer system")", "Two Computer Systems were computed.", "Computer Systems"},
        {R"("computer system")", "The computer. System two.", ""},
        {R"("data base")", "A data-base is kept.", "data-base"},
        {R"("cafe")", "Le Café is open.", "Café"},
        {R"('access')", "Access is accessed.", "Access"},
        {R"("author*")", "An authority authorised it.", "authority | authorised"},
        {R"("gain" ..2 "access")", "He gains any unlawful access to it.", "gains any unlawful access"},
        {R"("gain" ..1 "access")", "He gains any unlawful access to it.", ""},
        {R"("gain" ..3 "access")", "He gains it. There is access.", ""},
        {R"("without" "lawful"? "right")", "without right, without lawful right, without any right",
         "without right | without lawful right"},
        {R"(("a" | "b") "c")", "a c, b c, a b", "a c | b c"},
        {R"("absence" but not "authorised absence")", "absence; authorised absence; absence",
         "absence | absence"},
        {R"(animal "food")", "dog food and cat food and bird food", "dog food | cat food"},
        {R"(number)", "twenty-five or 1,000 or two hundred and six",
         "twenty-five | 1,000 | two hundred and six"},
        {R"(number)", "a hundred and fifty, one hundred and twenty-one thousand and one, hundred and some",
         "hundred and fifty | one hundred and twenty-one thousand and one | hundred"},
        {R"(number)", "two and three, twenty and five, 200 and six, one hundred and two hundred",
         "two | three | twenty | five | 200 | six | one hundred | two hundred"},
        {R"("to" ..1 duration)", "to one hundred and fifty years", "to one hundred and fifty years"},
        {R"(date)", "on 12 March 2024, the 1st day of May, 1999; March 3, 2001; 5.6.2007; May 2024",
         "12 March 2024 | 1st day of May, 1999 | March 3, 2001 | 5.6.2007"},
        {R"("cyber-crime")", "Cyber-crime, cyber crime and cybercrimes, but no crime.",
         "Cyber-crime | cyber crime | cybercrimes"},
        {R"("cyber crime")", "Cyber-crime, cyber crime and cybercrime.", "Cyber-crime | cyber crime"},
        {R"("colour scheme" | "organisation" | "offence")",
         "Color schemes of organizations; a colour scheme; offenses, an organ of size.",
         "Color schemes | organizations | colour scheme | offenses"},
        {R"("organize")", "organised, organizing, an organ", "organised | organizing"},
        {R"('color')", "a color, a colour", "color"},
        {R"("prize")", "a prize, to prise", "prize"},
        {R"("for" ..2 duration)", "for not exceeding two years", "for not exceeding two years"},
        {R"(duration)", "ten (10) years or life", "ten (10) years | life"},
        {R"(duration)", "one year and six months, two years six months, six months and two years",
         "one year and six months | two years six months | six months | two years"},
        {R"(duration)", "two years or six months; one year and one year; one year, six months",
         "two years | six months | one year | one year | one year | six months"},
        {R"(duration)", "a six-month term, two years and 6 months", "six-month | two years and 6 months"},
        {R"(duration)", "half a year, a year, a month's notice", "half a year | a year"},
        {R"(number)", "section 5A, 5 A, section 5(a)", "5 | 5"},
        {R"(money)", "ten thousand dollars", "ten thousand dollars"},
        {R"("a" ..3 "b" ..3 "c")", "a x b b x c", "a x b b x c"},
    }));
    INFO(row.pattern << "  in  " << row.text);
    CHECK(find(row.pattern, row.text) == row.found);
}

TEST_CASE("a gap may cross from introductory words into a point") {
    auto const program = test::compile_rules("lexicon en\nconcept wanted { \"liable\" ..3 \"fine\" }\n");
    auto const document =
        akn::document_from_text("7. A person is liable to —\n(a) a warning;\n(b) a fine.", "en");
    CHECK(match::find_concept(*program, "wanted", document, "en").size() == 1);
}
