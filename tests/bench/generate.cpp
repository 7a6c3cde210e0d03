#include "generate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

namespace fs = std::filesystem;

namespace lacuna::bench {
namespace {

constexpr std::size_t shortest_word = 4;  // a shorter prefix is no rule

struct RuleText {
    std::string name, language, text;  // without tests, quantities and kinds: those are not copied
};

[[nodiscard]] bool in_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

[[nodiscard]] std::string word_at(std::string const& text, std::size_t at) {
    auto end = at;
    while (end < text.size() && in_name(text[end])) ++end;
    return text.substr(at, end - at);
}

[[nodiscard]] RuleText read_rules(fs::path const& path) {
    RuleText file{path.stem().string(), {}, {}};
    std::ifstream in(path);
    bool copied = true;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("lexicon ", 0) == 0) file.language = word_at(line, 8);
        if (line.rfind("test ", 0) == 0 || line.rfind("quantity ", 0) == 0 || line.rfind("kind ", 0) == 0 ||
            line.rfind("spelling ", 0) == 0)  // other words in it would make circles
            copied = line.find('}') != std::string::npos;
        else if (copied && line.rfind("//", 0) != 0)
            file.text += line + "\n";
        if (line.rfind('}', 0) == 0) copied = true;
    }
    return file;
}

// Calls `word` with each word between quotation marks and `name` with each outside; keeps what they give.
template <class Word, class Name>
[[nodiscard]] std::string rewrite(std::string const& text, Word word, Name name) {
    std::string out;
    char quote = 0;
    for (std::size_t at = 0; at < text.size();) {
        bool const starts = text[at] >= 'a' && text[at] <= 'z' && (at == 0 || !in_name(text[at - 1]));
        if (starts) {
            auto const found = word_at(text, at);
            out += quote != 0 ? word(found) : name(found);
            at += found.size();
            continue;
        }
        if (quote == 0 && (text[at] == '"' || text[at] == '\''))
            quote = text[at];
        else if (text[at] == quote)
            quote = 0;
        out += text[at++];
    }
    return out;
}

using Names = std::set<std::string>;

[[nodiscard]] Names declared(std::vector<RuleText> const& files, std::string const& keyword) {
    Names names;
    for (auto const& file : files) {
        std::istringstream in(file.text);
        for (std::string line; std::getline(in, line);)
            if (line.rfind(keyword, 0) == 0) names.insert(word_at(line, keyword.size()));
    }
    return names;
}

// The words of each language, in order.
[[nodiscard]] std::map<std::string, std::vector<std::string>> lexicon(std::vector<RuleText> const& files) {
    std::map<std::string, Names> found;
    for (auto const& file : files)
        (void)rewrite(
            file.text,
            [&](std::string const& word) {
                if (word.size() >= shortest_word) found[file.language].insert(word);
                return word;
            },
            [](std::string const& name) { return name; });
    std::map<std::string, std::vector<std::string>> words;
    for (auto const& [language, set] : found) words[language].assign(set.begin(), set.end());
    return words;
}

}  // namespace

Generated write_copies(fs::path const& rules, fs::path const& folder, std::size_t copies, std::size_t lines) {
    std::vector<fs::path> paths;
    for (auto const& entry : fs::recursive_directory_iterator(rules)) {
        auto const part = fs::relative(entry.path(), rules).begin()->string();
        if (entry.path().extension() == ".lac" && (part == "lexicon" || part == "measures"))
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<RuleText> files;
    for (auto const& path : paths) files.push_back(read_rules(path));
    auto const concepts = declared(files, "concept "), measures = declared(files, "measure ");
    auto const words = lexicon(files);
    Generated made;
    for (std::size_t copy = 1; copy <= copies && made.lines < lines; ++copy) {
        made.concepts += concepts.size();
        made.measures += measures.size();
        for (auto const& file : files) {
            auto const& pool = words.at(file.language);
            auto const text = rewrite(
                file.text,
                [&](std::string const& word) {
                    auto const row = std::lower_bound(pool.begin(), pool.end(), word) - pool.begin();
                    auto const other = static_cast<std::size_t>(row) + copy * (pool.size() / 11 + 1);
                    return word.size() < shortest_word ? word : pool[other % pool.size()];
                },
                [&](std::string const& name) {
                    bool const renamed = concepts.count(name) > 0 || measures.count(name) > 0;
                    return renamed ? fmt::format("{}-copy{}", name, copy) : name;
                });
            made.lines += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
            auto const language = file.language.empty() ? "measures" : file.language;
            std::ofstream(folder / fmt::format("{}-{}-{}.lac", language, file.name, copy)) << text;
        }
    }
    return made;
}

}  // namespace lacuna::bench
