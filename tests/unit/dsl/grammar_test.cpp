// docs/grammar.ebnf and the parser are the same language: the same words and signs, and the same answer on
// thousands of sentences, right ones made from the page and wrong ones made from these.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <regex>

#include "base/files.hpp"
#include "base/render.hpp"
#include "dsl/keywords.hpp"
#include "dsl/parse.hpp"
#include "dsl/trivia.hpp"
#include "ebnf.hpp"
#include "support/golden.hpp"

using namespace lacuna;
using Tokens = std::vector<std::string>;

namespace {

std::filesystem::path const root = LACUNA_SOURCE_DIR;

test::Ebnf const& page() {
    static test::Ebnf const grammar(test::slurp(root / "docs/grammar.ebnf"));
    return grammar;
}

// Does the parser read it? What was read but may not stand (a clause said twice) is no matter of grammar.
bool parses(std::string const& text, std::string* errors = nullptr) {
    SourceMap sources;
    auto const id = sources.add("sentence.lac", text);
    Diagnostics diagnostics;
    (void)dsl::parse(sources.at(id), id, diagnostics);
    auto const found = diagnostics.sorted();
    if (errors != nullptr) *errors = render(found, sources);
    return std::none_of(found.begin(), found.end(), [](Diagnostic const& d) {
        return d.code == Code::rule_syntax || d.code == Code::rule_unknown_declaration ||
               d.code == Code::rule_unterminated || d.code == Code::rule_unclosed ||
               d.code == Code::rule_reserved_name || d.code == Code::rule_bad_name;
    });
}

// One token, taken away, doubled, or exchanged with its neighbour.
Tokens spoilt(Tokens tokens, std::mt19937& random) {
    if (tokens.size() < 2) return tokens;
    auto const at = static_cast<std::ptrdiff_t>(random() % (tokens.size() - 1));
    auto const it = tokens.begin() + at;
    switch (random() % 3) {
        case 0:
            tokens.erase(it);
            break;
        case 1:
            tokens.insert(it, std::string(*it));
            break;
        default:
            std::swap(*it, *(it + 1));
    }
    return tokens;
}

}  // namespace

TEST_CASE("the grammar page has the words and signs of the parser, and no others") {
    std::set<std::string> in_parser;
    std::regex const token(R"re(Token\w*(?:\s+const\s+\w+)?\("([^"]+)")re");
    for (auto const& entry : std::filesystem::directory_iterator(root / "engine/dsl/grammar")) {
        auto const text = test::slurp(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), token), end; it != end; ++it)
            in_parser.insert((*it)[1]);
    }
    CHECK(page().terminals() == in_parser);
    std::set<std::string> words, table;
    for (auto const& terminal : in_parser)
        if (std::isalpha(static_cast<unsigned char>(terminal.front())) != 0) words.insert(terminal);
    for (auto const word : dsl::reserved_words()) table.emplace(word);
    for (auto const word : dsl::contextual_words()) table.emplace(word);
    CHECK(words == table);
}

TEST_CASE("every sentence of the grammar page is read, and spoilt ones are judged alike") {
    std::mt19937 random(20241224);
    std::size_t right = 0, wrong = 0;
    for (int round = 0; round < 3000; ++round) {
        auto const tokens = page().sentence("declaration", random);
        if (tokens.size() > 400) continue;
        auto const text = fmt::format("{}", fmt::join(tokens, " "));
        std::string errors;
        INFO(text);
        bool const read = parses(text, &errors);
        INFO(errors);
        REQUIRE(read);
        auto const other = spoilt(tokens, random);
        auto const other_text = fmt::format("{}", fmt::join(other, " "));
        INFO("spoilt: " << other_text);
        bool const accepted = page().accepts(other);
        (accepted ? right : wrong) += 1;
        REQUIRE(parses(other_text) == accepted);
    }
    CHECK(right > 50);
    CHECK(wrong > 500);
}

TEST_CASE("the grammar page accepts every declaration of the bundled rules") {
    SourceMap sources;
    Diagnostics diagnostics;
    for (auto const& path : list_files(root / "rules", {".lac"}, sources, diagnostics)) {
        auto const text = test::slurp(path);
        auto const id = sources.add(path.string(), text);
        auto const file = dsl::parse(sources.at(id), id, diagnostics);
        for (auto const& item : file.items) {
            auto const part = std::string_view(text).substr(item.span.begin, item.span.size());
            Tokens tokens;
            for (auto const& lexeme : dsl::scan(part))
                if (lexeme.kind != dsl::Lexeme::Kind::comment)
                    tokens.emplace_back(part.substr(lexeme.begin, lexeme.end - lexeme.begin));
            INFO(part.substr(0, 200));
            CHECK(page().accepts(tokens));
        }
    }
}
