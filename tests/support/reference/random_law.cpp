#include "support/reference/random_law.hpp"

#include <fmt/format.h>

#include "support/engine/documents.hpp"

namespace lacuna::test {
namespace {

using Strings = std::vector<std::string>;

Strings const surfaces{"take",  "takes",  "taking", "apple",    "apples", "system", "systems",
                       "right", "rights", "lawful", "lawfully", "fine",   "prison", "computer"};
Strings const values{"two years", "5 years", "9 crowns", "crowns of 5", "life", "two"};

class Rules {
  public:
    explicit Rules(Random& random) : random_(random) {}

    [[nodiscard]] std::string write(RandomRules const& size) {
        std::string text = R"(lexicon en
quantity duration { "year" = 1 year "life" = 9 years }
quantity money { "crown" = 1 }
concept term-definition { "means" }
concept provision-name { "section" }
concept list-word { "and" }
concept reference-to-any { "fine under" }
concept meaning-word { "means" }
concept meaning-opener { "any" }
concept meaning-closer { "that" }
)";
        if (size.concepts > 3)
            text += fmt::format("concept meaning-noun {{ {} | {} }}\n", concept_name(2), concept_name(3));
        for (std::size_t row = 0; row < size.concepts; ++row) text += declare(row);
        concepts_ = size.concepts;
        if (size.measures == 0) return text;
        text +=
            fmt::format("kind wrong {{ gate = {} elements act, mind, harm, price }}\n", condition(1, true));
        for (std::size_t row = 0; row < size.measures; ++row) text += measure(row);
        return text;
    }

  private:
    [[nodiscard]] std::string declare(std::size_t row) {
        concepts_ = row;
        auto text = fmt::format("concept {} {{ {}", concept_name(row), alternatives(2));
        if (random_.one_in(4)) text += " but not " + alternatives(1);
        // The value that the measures compare.
        if (row == 0) text = fmt::format("concept {} {{ \"prison\" ..3 duration as term", concept_name(row));
        if (row == 1) text = fmt::format("concept {} {{ \"fine\" ..2 money as sum", concept_name(row));
        return text + " }\n";
    }

    [[nodiscard]] std::string atom() {
        switch (random_.below(concepts_ > 0 ? 8 : 6)) {
            case 0:
                return fmt::format("'{}'", random_.pick(surfaces));
            case 1:
                return fmt::format("\"{}*\"", random_.pick(surfaces).substr(0, random_.between(2, 4)));
            case 2:
                return fmt::format("\"{} {}\"", random_.pick(surfaces), random_.pick(surfaces));
            case 6:
                return concept_name(random_.below(concepts_));
            case 7:
                return random_.pick(Strings{"number", "duration", "money"});
            default:
                return fmt::format("\"{}\"", random_.pick(surfaces));
        }
    }
    [[nodiscard]] std::string term(std::size_t depth) {
        auto text = depth > 0 && random_.one_in(3) ? "(" + alternatives(depth - 1) + ")" : atom();
        return random_.one_in(5) ? text + "?" : text;
    }
    [[nodiscard]] std::string sequence(std::size_t depth) {
        auto text = term(depth);
        for (std::size_t more = random_.below(3); more > 0; --more)
            text += (random_.one_in(2) ? fmt::format(" ..{} ", random_.between(1, 3)) : " ") + term(depth);
        return text;
    }
    [[nodiscard]] std::string alternatives(std::size_t depth) {
        auto text = sequence(depth);
        for (std::size_t more = random_.below(3); more > 0; --more) text += " | " + sequence(depth);
        return text;
    }

    [[nodiscard]] std::string words() {
        if (random_.one_in(5)) return fmt::format("\"{}\"", random_.pick(surfaces));
        return concept_name(random_.below(concepts_));
    }
    [[nodiscard]] std::string places(std::size_t depth) {
        switch (depth > 0 ? random_.below(8) : 7) {
            case 0:
                return fmt::format("({} near {})", places(depth - 1), places(depth - 1));
            case 1:
                return fmt::format("({} near/{} {})", places(depth - 1), random_.below(5), places(depth - 1));
            case 2:
                return fmt::format("({} before {})", places(depth - 1), places(depth - 1));
            case 3:
                return fmt::format("({} with {})", places(depth - 1), places(depth - 1));
            case 4:
                return fmt::format("({} | {})", places(depth - 1), places(depth - 1));
            default:
                return words();
        }
    }
    // `narrow`: nothing that a further act could bring, for what may be negated.
    [[nodiscard]] std::string scoped(bool narrow) {
        Strings scopes{"in sentence", "in passage", "in section", "in definition", "in part", "in act"};
        if (!narrow) scopes.insert(scopes.end(), {"in set", "by reference"});
        if (random_.one_in(12)) return fmt::format("{} in part headed {}", places(1), words());
        auto text = places(1) + " " + random_.pick(scopes);
        if (random_.one_in(3)) text += " or " + random_.pick(scopes);
        return text;
    }
    [[nodiscard]] std::string condition(std::size_t depth, bool narrow) {
        switch (random_.below(depth > 0 ? 12 : 7)) {
            case 0:
            case 1:
                return scoped(narrow);
            case 2:
                return random_.one_in(2) ? "term >= 2 years" : "sum < 9";
            case 3:
                return fmt::format("heading has {}", words());
            case 4:
                return fmt::format("defines {}", words_by_name());
            case 7:
                return fmt::format("not ({})", condition(depth - 1, true));
            case 8:
                return fmt::format("({} and {})", condition(depth - 1, narrow), condition(depth - 1, narrow));
            case 9:
                return fmt::format("({} or {})", condition(depth - 1, narrow), condition(depth - 1, narrow));
            case 10:
                return fmt::format("2 of ({}, {}, {})", condition(depth - 1, narrow),
                                   condition(depth - 1, narrow), condition(depth - 1, narrow));
            case 11:
                if (narrow || measures_ == 0) return places(1);
                return (random_.one_in(2) ? "measure(m" : "(refers to m") +
                       std::to_string(random_.below(measures_)) + ")";
            default:
                return places(2);
        }
    }
    [[nodiscard]] std::string words_by_name() { return concept_name(random_.below(concepts_)); }

    [[nodiscard]] std::string measure(std::size_t row) {
        measures_ = row;
        auto text = fmt::format("measure m{} : wrong \"Measure\" {{\n", row);
        if (random_.one_in(3)) text += fmt::format("  gate = {}\n", condition(1, false));
        text += fmt::format("  act = {}\n  mind = {}\n  harm = {}\n", condition(1, false),
                            condition(2, false), condition(2, false));
        text += fmt::format("  option extra = {}\n", condition(1, false));
        Strings const needs{"act", "act and mind", "act or harm", "2 of (act, mind, harm)", "mind"};
        text += fmt::format("  needs {}\n", random_.pick(needs));
        if (random_.one_in(3)) text += fmt::format("  unless {}\n", condition(1, true));
        return text + "}\n";
    }

    Random& random_;
    std::size_t concepts_ = 0, measures_ = 0;
};

}  // namespace

std::string concept_name(std::size_t row) {
    return fmt::format("c{}", row);
}

std::string random_rules(Random& random, RandomRules const& size) {
    return Rules(random).write(size);
}

std::string random_words(Random& random, std::size_t count) {
    std::string text;
    bool starts = true;
    for (std::size_t i = 0; i < count; ++i) {
        std::string word = random.one_in(6) ? random.pick(values) : random.pick(surfaces);
        if (random.one_in(14)) word = fmt::format("section {}", random.between(1, 4));
        if (random.one_in(25))
            word = fmt::format("“{}” means {}{} that", word, random.one_in(3) ? "" : "any ",
                               random.pick(surfaces));
        if (random.one_in(30)) word = "fine under";
        if (starts) word[0] = static_cast<char>(word[0] >= 'a' && word[0] <= 'z' ? word[0] - 32 : word[0]);
        text += (text.empty() ? "" : " ") + word;
        starts = random.one_in(7);
        if (starts) text += ".";
    }
    return text;
}

akn::Document random_act(Random& random, std::size_t units) {
    DocumentBuilder act;
    bool in_part = false;
    for (std::size_t unit = 1; unit <= units; ++unit) {
        if (random.one_in(3)) {
            if (in_part) act.close();
            act.open("part").heading(random_words(random, 2));
            in_part = true;
        }
        act.unit().num(fmt::format("{}.", unit));
        if (random.one_in(2)) act.heading(random_words(random, random.between(1, 3)));
        if (random.one_in(3)) {
            act.content(random_words(random, random.between(4, 25)));
        } else {
            act.intro(random_words(random, random.between(1, 8)));
            for (std::size_t point = random.between(1, 3); point > 0; --point)
                act.open("point").content(random_words(random, random.between(2, 12))).close();
            if (random.one_in(2)) act.wrap_up(random_words(random, random.between(1, 6)));
        }
        act.close();
    }
    return act.build();
}

}  // namespace lacuna::test
