// A value of a report in JSON and where it stands, so that an error can name the field. Only what reads
// reports includes it.
#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "report/clean.hpp"
#include "report/report.hpp"

namespace lacuna::report {

// What ends the reading: the field that is wrong. Caught in from_json.
struct WrongField {
    std::string message;
};

class Field {
  public:
    Field(nlohmann::ordered_json const& json, std::string path) : json_(json), path_(std::move(path)) {}

    // A member that must be there.
    [[nodiscard]] Field operator[](char const* name) const {
        auto const at = object().find(name);
        if (at == json_.end()) wrong(fmt::format("{} lacks '{}'", place(), name));
        return {*at, path_ + '/' + name};
    }
    [[nodiscard]] bool has(char const* name) const { return object().contains(name); }

    [[nodiscard]] std::string text() const {
        if (!json_.is_string()) wrong(place() + " is no text");
        return clean_piece(json_.get_ref<std::string const&>());
    }
    // Of a member that may be absent.
    [[nodiscard]] std::string text(char const* name) const {
        return has(name) ? (*this)[name].text() : std::string();
    }
    [[nodiscard]] bool truth() const {
        if (!json_.is_boolean()) wrong(place() + " is neither true nor false");
        return json_.get<bool>();
    }
    [[nodiscard]] std::uint64_t number() const {
        if (!json_.is_number_unsigned()) wrong(place() + " is no count");
        return json_.get<std::uint64_t>();
    }
    [[nodiscard]] double decimal() const {
        if (!json_.is_number()) wrong(place() + " is no number");
        return json_.get<double>();
    }
    template <class Visit>
    void each(Visit const& visit) const {
        if (!json_.is_array()) wrong(place() + " is no list");
        std::size_t i = 0;
        for (auto const& item : json_) visit(Field(item, fmt::format("{}/{}", path_, i++)));
    }
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> out;
        each([&](Field const& item) { out.push_back(item.text()); });
        return out;
    }
    // Of a field that may be absent.
    [[nodiscard]] std::vector<std::string> texts(char const* name) const {
        return has(name) ? (*this)[name].texts() : std::vector<std::string>();
    }
    [[nodiscard]] Counts counts() const {
        Counts out;
        for (auto const& [name, value] : object().items())
            out.emplace_back(clean_piece(name), Field(value, path_ + '/' + name).number());
        return out;
    }
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs() const {
        std::vector<std::pair<std::string, std::string>> out;
        for (auto const& [name, value] : object().items())
            out.emplace_back(clean_piece(name), Field(value, path_ + '/' + name).text());
        return out;
    }
    // A verdict that this program knows.
    [[nodiscard]] std::string verdict() const {
        auto name = text();
        if (!coverage::verdict_of(name)) wrong(fmt::format("{} is no verdict: '{}'", place(), name));
        return name;
    }

  private:
    [[nodiscard]] nlohmann::ordered_json const& object() const {
        if (!json_.is_object()) wrong(place() + " is no object");
        return json_;
    }
    [[nodiscard]] std::string place() const { return path_.empty() ? "the report" : clean_label(path_); }
    [[noreturn]] static void wrong(std::string message) { throw WrongField{std::move(message)}; }

    nlohmann::ordered_json const& json_;
    std::string path_;
};

}  // namespace lacuna::report
