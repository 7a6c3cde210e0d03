// docs/grammar.ebnf as a grammar that can be asked: is this list of tokens a sentence? and: give me one.
#pragma once

#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lacuna::test {

struct Ebnf {
    struct Node {
        enum class Kind { choice, sequence, optional, repeat, rule, terminal } kind = Kind::sequence;
        std::string text;  // rule, terminal
        std::vector<Node> children;
    };
    std::map<std::string, Node> rules;

    explicit Ebnf(std::string const& text);
    [[nodiscard]] std::set<std::string> terminals() const;
    [[nodiscard]] bool accepts(std::vector<std::string> const& tokens) const;
    [[nodiscard]] std::vector<std::string> sentence(std::string const& rule, std::mt19937& random) const;
};

}  // namespace lacuna::test
