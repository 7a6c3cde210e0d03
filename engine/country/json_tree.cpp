#include "country/json_tree.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/suggest.hpp"

namespace lacuna::country {
namespace {

using Value = nlohmann::json;
constexpr std::size_t max_depth = 64;

// An iterator that leaves a trace of how far the parser has read: at each event the token just ended there.
class Traced {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = char const*;
    using reference = char const&;

    Traced(char const* at, char const** trace) : at_(at), trace_(trace) {}
    reference operator*() const { return *at_; }
    Traced& operator++() {
        *trace_ = ++at_;
        return *this;
    }
    Traced operator++(int) {
        auto old = *this;
        ++*this;
        return old;
    }
    bool operator==(Traced const& other) const { return at_ == other.at_; }
    bool operator!=(Traced const& other) const { return at_ != other.at_; }

  private:
    char const* at_;
    char const** trace_;
};

// Builds the tree from the parser's events. The members are called by the parser, by these names.
class Builder {
  public:
    Builder(Source const& source, SourceId id, Diagnostics& diagnostics)
        : begin_(source.bytes().data()), at_(begin_), id_(id), diagnostics_(diagnostics) {}

    char const** trace() { return &at_; }
    [[nodiscard]] Json&& root() { return std::move(root_); }

    bool null() { return add({}, 4); }
    bool boolean(bool truth) {
        Json value;
        value.kind = Json::Kind::boolean;
        value.truth = truth;
        return add(std::move(value), truth ? 4 : 5);
    }
    bool number_integer(Value::number_integer_t value) { return number(std::to_string(value)); }
    bool number_unsigned(Value::number_unsigned_t value) { return number(std::to_string(value)); }
    bool number_float(Value::number_float_t, std::string const& text) { return number(text); }
    bool string(std::string& text) {
        Json value;
        value.kind = Json::Kind::string;
        auto const length = text.size() + 2;
        value.text = std::move(text);
        return add(std::move(value), length);
    }
    bool binary(Value::binary_t&) { return false; }
    bool key(std::string& name) {
        if (open_.back()->find(name) != nullptr)
            return fail(fmt::format("member '{}' stands twice", name), name.size() + 2);
        key_ = std::move(name);
        return true;
    }
    bool start_object(std::size_t) { return open(Json::Kind::object); }
    bool start_array(std::size_t) { return open(Json::Kind::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    template <class Error>
    bool parse_error(std::size_t, std::string const& token, Error const&) {
        auto const found = token.empty() || token == "<U+0000>" ? std::string("the end of the file") : token;
        return fail("the file is no JSON from here on", 1, fmt::format("found {}", found));
    }

  private:
    [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(at_ - begin_); }
    [[nodiscard]] Span back(std::size_t length) const {
        auto const end = offset();
        return {id_, end - static_cast<std::uint32_t>(std::min<std::size_t>(length, end)), end};
    }
    bool fail(std::string message, std::size_t length, std::string note = {}) {
        auto diagnostic = diagnose(Code::country_malformed, back(length), std::move(message));
        if (!note.empty()) diagnostic.notes.push_back(std::move(note));
        diagnostics_.add(std::move(diagnostic));
        return false;
    }
    bool number(std::string text) {
        Json value;
        value.kind = Json::Kind::number;
        auto const length = text.size();
        value.text = std::move(text);
        // The parser has seen the character after the number, too.
        bool const ahead = length > 0 && at_ > begin_ && at_[-1] != value.text.back();
        if (ahead) --at_;
        add(std::move(value), length);
        if (ahead) ++at_;
        return true;
    }
    bool open(Json::Kind kind) {
        if (open_.size() >= max_depth)
            return fail(fmt::format("values are nested more than {} deep", max_depth), 1);
        Json value;
        value.kind = kind;
        add(std::move(value), 1);
        open_.push_back(last_);
        return true;
    }
    bool close() {
        open_.back()->span.end = offset();
        open_.pop_back();
        return true;
    }
    bool add(Json value, std::size_t length) {
        value.span = back(length);
        if (open_.empty()) {
            root_ = std::move(value);
            last_ = &root_;
        } else if (open_.back()->kind == Json::Kind::array) {
            last_ = &open_.back()->items.emplace_back(std::move(value));
        } else {
            open_.back()->members.push_back({std::move(key_), std::move(value)});
            last_ = &open_.back()->members.back().value;
        }
        return true;
    }

    char const* begin_;
    char const* at_;
    SourceId id_;
    Diagnostics& diagnostics_;
    Json root_;
    Json* last_ = nullptr;
    std::vector<Json*> open_;  // parents do not move while a child is open
    std::string key_;
};

}  // namespace

Json::Json() = default;
Json::Json(Json const&) = default;
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(Json const&) = default;
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

Json const* Json::find(std::string_view name) const {
    auto const at =
        std::find_if(members.begin(), members.end(), [&](auto const& m) { return m.name == name; });
    return at == members.end() ? nullptr : &at->value;
}

std::string_view to_string(Json::Kind kind) {
    switch (kind) {
        case Json::Kind::null:
            return "null";
        case Json::Kind::boolean:
            return "true or false";
        case Json::Kind::number:
            return "a number";
        case Json::Kind::string:
            return "a text";
        case Json::Kind::array:
            return "a list";
        case Json::Kind::object:
            return "an object";
    }
    return "?";
}

std::optional<Json> parse_json(Source const& source, SourceId id, Diagnostics& diagnostics) {
    Builder builder(source, id, diagnostics);
    auto const bytes = source.bytes();
    Traced const begin(bytes.data(), builder.trace());
    Traced const end(bytes.data() + bytes.size(), builder.trace());
    if (!Value::sax_parse(begin, end, &builder)) return std::nullopt;
    return builder.root();
}

Fields::Fields(Json const& object, std::string what, Diagnostics& diagnostics)
    : object_(object), what_(std::move(what)), diagnostics_(diagnostics) {
    if (!good()) complain(object.span, fmt::format("{} is {}, not an object", what_, to_string(object.kind)));
}

void Fields::complain(Span span, std::string message, std::string help) {
    diagnostics_.add(diagnose(Code::country_field, span, std::move(message), std::move(help)));
}

Span Fields::place(std::string const& name) const {
    auto const* value = object_.find(name);
    return value != nullptr ? value->span : object_.span;
}

Json const* Fields::take(std::string const& name, Json::Kind kind, bool required) {
    known_.push_back(name);
    auto const* value = object_.find(name);
    if (value == nullptr) {
        if (required)
            complain({object_.span.source, object_.span.begin, object_.span.begin + 1},
                     fmt::format("{} has no '{}'", what_, name), fmt::format("add \"{}\": …", name));
        return nullptr;
    }
    if (value->kind == kind) return value;
    complain(value->span,
             fmt::format("'{}' must be {}, and is {}", name, to_string(kind), to_string(value->kind)));
    return nullptr;
}

std::string Fields::text(std::string const& name, bool required) {
    auto const* value = take(name, Json::Kind::string, required);
    if (value == nullptr) return {};
    if (required && value->text.empty()) complain(value->span, fmt::format("'{}' is empty", name));
    return value->text;
}

std::vector<std::string> Fields::texts(std::string const& name) {
    std::vector<std::string> found;
    auto const* list = take(name, Json::Kind::array, false);
    if (list == nullptr) return found;
    for (auto const& item : list->items) {
        if (item.kind == Json::Kind::string) {
            found.push_back(item.text);
        } else {
            complain(item.span, fmt::format("'{}' holds {}, not a text", name, to_string(item.kind)));
        }
    }
    return found;
}

void Fields::each(std::string const& name, std::string const& what,
                  std::function<void(Fields&)> const& visit) {
    auto const* list = take(name, Json::Kind::array, false);
    if (list == nullptr) return;
    for (auto const& item : list->items) {
        Fields fields(item, what, diagnostics_);
        if (!fields.good()) continue;
        visit(fields);
        fields.finish();
    }
}

void Fields::finish() {
    for (auto const& [name, value] : object_.members) {
        if (std::find(known_.begin(), known_.end(), name) != known_.end() || name == "$schema") continue;
        auto const near = suggest(name, known_);
        complain(value.span, fmt::format("{} has no field '{}'", what_, name),
                 near.empty() ? fmt::format("known fields: {}", fmt::join(known_, ", "))
                              : fmt::format("did you mean '{}'?", near));
    }
}

}  // namespace lacuna::country
