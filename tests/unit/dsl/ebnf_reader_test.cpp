#include "ebnf.hpp"

#include <catch2/catch.hpp>
#include <cctype>

#include "dsl/keywords.hpp"

namespace lacuna::test {
namespace {

using Node = Ebnf::Node;
using Tokens = std::vector<std::string>;

// ---- reading the page

std::string without_comments(std::string text) {
    for (std::size_t at; (at = text.find("(*")) != std::string::npos;)
        text.erase(at, text.find("*)", at) + 2 - at);
    return text;
}

Tokens split(std::string const& text) {
    Tokens tokens;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at + 1;
        if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
            at = end;
            continue;
        }
        if (text[at] == '"')
            end = text.find('"', end) + 1;
        else if (std::isalpha(static_cast<unsigned char>(text[at])) != 0)
            while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0) ++end;
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

struct Reader {
    Tokens tokens;
    std::size_t at = 0;
    bool take(char const* token) { return at < tokens.size() && tokens[at] == token && ++at > 0; }
    Node choice() {
        Node node{Node::Kind::choice, {}, {sequence()}};
        while (take("|")) node.children.push_back(sequence());
        return node;
    }
    Node sequence() {
        Node node;
        while (at < tokens.size() && std::string("|;)]}").find(tokens[at]) == std::string::npos)
            node.children.push_back(part());
        return node;
    }
    Node bracket(Node::Kind kind, char const* close) {
        Node node{kind, {}, {choice()}};
        REQUIRE(take(close));
        return node;
    }
    Node part() {
        if (take("(")) return bracket(Node::Kind::sequence, ")");
        if (take("[")) return bracket(Node::Kind::optional, "]");
        if (take("{")) return bracket(Node::Kind::repeat, "}");
        auto const& token = tokens[at++];
        if (token.front() == '"') return {Node::Kind::terminal, token.substr(1, token.size() - 2), {}};
        return {Node::Kind::rule, token, {}};
    }
};

// ---- the tokens that no rule of the page spells out

bool is_basic(std::string const& rule) {
    return rule == "name" || rule == "id" || rule == "text" || rule == "exact" || rule == "integer" ||
           rule == "number";
}
bool all(std::string const& token, bool (*test)(char)) {
    for (char const c : token)
        if (!test(c)) return false;
    return !token.empty();
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool matches(std::string const& basic, std::string const& token) {
    if (basic == "text") return token.front() == '"';
    if (basic == "exact") return token.front() == '\'';
    if (basic == "integer") return all(token, digit);
    if (basic == "number") return all(token, digit);
    if (basic == "name")
        return letter(token.front()) &&
               all(token, [](char c) { return letter(c) || digit(c) || c == '-'; }) &&
               !dsl::is_reserved(token);
    return (letter(token.front()) || digit(token.front())) && !dsl::is_force(token);
}

// ---- recognising: every place where a node that begins at a token may end

struct Recogniser {
    Ebnf const& grammar;
    Tokens const& tokens;
    std::map<std::pair<std::string, std::size_t>, std::set<std::size_t>> known;

    std::set<std::size_t> ends(Node const& node, std::size_t from) {
        switch (node.kind) {
            case Node::Kind::terminal:
                if (from < tokens.size() && tokens[from] == node.text) return {from + 1};
                return {};
            case Node::Kind::rule:
                return rule(node.text, from);
            case Node::Kind::choice: {
                std::set<std::size_t> all;
                for (auto const& child : node.children) all.merge(ends(child, from));
                return all;
            }
            case Node::Kind::optional: {
                auto all = ends(node.children.front(), from);
                all.insert(from);
                return all;
            }
            case Node::Kind::repeat:
                return repeated(node.children.front(), from);
            case Node::Kind::sequence:
                break;
        }
        std::set<std::size_t> at{from};
        for (auto const& child : node.children) {
            std::set<std::size_t> next;
            for (auto const place : at) next.merge(ends(child, place));
            at = std::move(next);
        }
        return at;
    }
    std::set<std::size_t> repeated(Node const& node, std::size_t from) {
        std::set<std::size_t> all{from};
        std::vector<std::size_t> open{from};
        while (!open.empty()) {
            auto const at = open.back();
            open.pop_back();
            for (auto const end : ends(node, at))
                if (all.insert(end).second) open.push_back(end);
        }
        return all;
    }
    std::set<std::size_t> rule(std::string const& name, std::size_t from) {
        if (is_basic(name)) {
            if (from < tokens.size() && matches(name, tokens[from])) return {from + 1};
            return {};
        }
        auto const key = std::pair(name, from);
        if (auto const found = known.find(key); found != known.end()) return found->second;
        auto result = ends(grammar.rules.at(name), from);
        return known[key] = std::move(result);
    }
};

void collect(Node const& node, std::set<std::string>& into) {
    if (node.kind == Node::Kind::terminal) into.insert(node.text);
    for (auto const& child : node.children) collect(child, into);
}

void generate(Ebnf const& grammar, Node const& node, std::mt19937& random, int depth, Tokens& out) {
    auto const pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    switch (node.kind) {
        case Node::Kind::terminal:
            out.push_back(node.text);
            return;
        case Node::Kind::rule:
            if (node.text == "name")
                out.push_back(std::vector<std::string>{"alpha", "beta-2", "gamma"}[pick(3)]);
            else if (node.text == "id")
                out.push_back(std::vector<std::string>{"7", "7.1.a", "II"}[pick(3)]);
            else if (node.text == "text")
                out.emplace_back("\"some words\"");
            else if (node.text == "exact")
                out.emplace_back("'word'");
            else if (is_basic(node.text))
                out.push_back(std::vector<std::string>{"1", "14"}[pick(2)]);
            else
                generate(grammar, grammar.rules.at(node.text), random, depth + 1, out);
            return;
        case Node::Kind::choice:
            // Deep down, the first branch: the page names the simplest first.
            return generate(grammar, node.children[depth > 24 ? 0 : pick(node.children.size())], random,
                            depth, out);
        case Node::Kind::optional:
            if (depth < 24 && pick(2) == 0) generate(grammar, node.children.front(), random, depth, out);
            return;
        case Node::Kind::repeat:
            for (auto left = depth < 24 ? pick(3) : 0; left > 0; --left)
                generate(grammar, node.children.front(), random, depth, out);
            return;
        case Node::Kind::sequence:
            for (auto const& child : node.children) generate(grammar, child, random, depth, out);
            return;
    }
}

}  // namespace

Ebnf::Ebnf(std::string const& text) {
    Reader reader{split(without_comments(text)), 0};
    while (reader.at < reader.tokens.size()) {
        auto const name = reader.tokens[reader.at++];
        REQUIRE(reader.take("="));
        rules.emplace(name, reader.choice());
        INFO("rule " << name);
        REQUIRE(reader.take(";"));
    }
}

std::set<std::string> Ebnf::terminals() const {
    std::set<std::string> all;
    for (auto const& [name, node] : rules) collect(node, all);
    return all;
}

bool Ebnf::accepts(Tokens const& tokens) const {
    return Recogniser{*this, tokens, {}}.rule("file", 0).contains(tokens.size());
}

Tokens Ebnf::sentence(std::string const& rule, std::mt19937& random) const {
    Tokens tokens;
    generate(*this, rules.at(rule), random, 0, tokens);
    return tokens;
}

}  // namespace lacuna::test
